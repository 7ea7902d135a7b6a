import { ApplicationFailure } from '@temporalio/common';
import test, { type ExecutionContext } from 'ava';
import type { DialRequest, LegActivities } from '../../activities/call/types.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import { callWorkflowId, newCallId } from '../../contracts/call/names.ts';
import { DialDigits } from '../../contracts/ids.ts';
import { CALL, CORE, NODE, TENANT } from './support/call-input.ts';
import { createSandbox, type Sandbox } from './support/sandbox.ts';
import { twice } from './support/twice.ts';

const LEG = newCallId('91aa5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');
const ID = callWorkflowId(LEG);

const REQUEST: DialRequest = {
  leg: LEG,
  parent: CALL,
  verb: 7,
  node: NODE,
  tenant: TENANT,
  target: { kind: 'extension', digits: DialDigits.parse('1001') },
  ringMs: 20_000,
  callerId: '15880000',
};

type Told = { state: string; cause?: string };
type Leg = {
  sandbox: Sandbox;
  told: () => Told[];
  settled: Told[];
  hungUp: string[];
  tell(event: Record<string, unknown>): Promise<unknown>;
};

/** A leg's workflow alone; its parent is a workflow too, which only takes signals. */
async function createLeg(own: Partial<LegActivities> = {}): Promise<Leg> {
  let sequence = 0;
  const settled: Told[] = [];
  const hungUp: string[] = [];
  const activities: LegActivities = {
    dial: async () => ({ status: 'sent' }),
    hangUpLeg: async ({ cause }) => void hungUp.push(cause),
    legState: async () => ({ alive: true, answered: false }),
    settleLeg: async ({ state, cause }) =>
      void settled.push({ state, ...(cause === undefined ? {} : { cause }) }),
    ...own,
  };
  const sandbox = await createSandbox(activities);
  await sandbox.start('leg', ID, [REQUEST]);
  await sandbox.advance(0);
  const told = (): Told[] =>
    sandbox.commands().flatMap((command) => {
      const { signalExternalWorkflowExecution: signal } = JSON.parse(command.slice(command.indexOf('{')));
      if (signal === undefined) return [];
      const { state, cause } = JSON.parse(Buffer.from(signal.args[0].data, 'base64').toString('utf8'));
      return [{ state, ...(cause === undefined ? {} : { cause }) }];
    });
  return {
    sandbox,
    told,
    settled,
    hungUp,
    async tell(event) {
      sequence += 1;
      const stamped = { ...event, id: `${CORE}:${sequence}`, at: sandbox.clock.now() } as CallEvent;
      const update = sandbox.update(ID, 'events', [[stamped]], stamped.id);
      await sandbox.advance(10);
      return update;
    },
  };
}

const aLeg = (
  own: () => Partial<LegActivities>,
  script: (t: ExecutionContext, leg: Leg) => Promise<void>,
): ReturnType<typeof twice> =>
  twice(async (t) => {
    const leg = await createLeg(own());
    await script(t, leg);
    await leg.sandbox.close();
    return leg.sandbox.commands();
  });

const RINGING = { type: 'leg', verb: 7, state: 'ringing' };
const ANSWERED = { type: 'leg', verb: 7, state: 'answered' };
const ENDED = { type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'peer' };

test(
  'each change of a leg is reported once, and the ledger is settled once',
  aLeg(
    () => ({}),
    async (t, leg) => {
      for (const event of [RINGING, ANSWERED, ANSWERED, RINGING, ENDED]) await leg.tell(event);
      t.deepEqual(leg.told(), [
        { state: 'ringing' },
        { state: 'answered' },
        { state: 'ended', cause: 'NORMAL_CLEARING' },
      ]);
      t.deepEqual(leg.settled, [{ state: 'answered' }, { state: 'ended', cause: 'NORMAL_CLEARING' }]);
      t.deepEqual(leg.sandbox.run(ID)?.result, { cause: 'NORMAL_CLEARING' });
    },
  ),
);

test(
  'a leg that is cancelled while it rings is hung up once',
  aLeg(
    () => ({}),
    async (t, leg) => {
      await leg.tell(RINGING);
      leg.sandbox.signal(ID, 'cancelLeg', []);
      leg.sandbox.signal(ID, 'cancelLeg', []);
      await leg.sandbox.advance(10);
      await leg.tell({ ...ENDED, cause: 'ORIGINATOR_CANCEL' });
      t.deepEqual(leg.hungUp, ['ORIGINATOR_CANCEL']);
      t.deepEqual(leg.told().at(-1), { state: 'ended', cause: 'ORIGINATOR_CANCEL' });
      t.is(leg.sandbox.run(ID)?.status, 'completed');
    },
  ),
);

test('a dial whose answer was lost is not dialled again, and followed as if it had been sent', async (t) => {
  let dials = 0;
  const leg = await createLeg({
    dial() {
      dials += 1;
      return Promise.reject(ApplicationFailure.create({ type: 'switch/outcome-unknown' }));
    },
  });
  await leg.tell(ANSWERED);
  await leg.tell(ENDED);
  t.is(dials, 1);
  t.deepEqual(
    leg.told().map(({ state }) => state),
    ['answered', 'ended'],
  );
  await leg.sandbox.close();
});

test('a dial that never left is tried by the worker of the node', async (t) => {
  let dials = 0;
  const leg = await createLeg({
    dial() {
      dials += 1;
      if (dials > 1) return Promise.resolve({ status: 'sent' });
      return Promise.reject(ApplicationFailure.create({ type: 'switch/not-sent' }));
    },
  });
  await leg.tell(ANSWERED);
  await leg.tell(ENDED);
  t.is(dials, 2);
  t.deepEqual(
    leg.told().map(({ state }) => state),
    ['answered', 'ended'],
  );
  await leg.sandbox.close();
});

test(
  'a leg that was refused is over at once',
  aLeg(
    () => ({ dial: async () => ({ status: 'refused', cause: 'OUTGOING_CALL_BARRED' }) }),
    async (t, leg) => {
      t.deepEqual(leg.told(), [{ state: 'ended', cause: 'OUTGOING_CALL_BARRED' }]);
      t.is(leg.sandbox.run(ID)?.status, 'completed');
    },
  ),
);

test(
  'a verdict that was lost is noticed after the ring time, by asking the switch',
  aLeg(
    () => ({ legState: async () => ({ alive: false, answered: false }) }),
    async (t, leg) => {
      await leg.sandbox.advance(24_000);
      t.deepEqual(leg.told(), []);
      await leg.sandbox.advance(2_000);
      t.deepEqual(leg.told(), [{ state: 'ended', cause: 'NO_ANSWER' }]);
    },
  ),
);

test(
  'a conversation whose end was lost is noticed within a minute',
  aLeg(
    () => ({ legState: async () => ({ alive: false, answered: true }) }),
    async (t, leg) => {
      await leg.tell(ANSWERED);
      await leg.sandbox.advance(61_000);
      t.deepEqual(leg.told().at(-1), { state: 'ended', cause: 'MEDIA_LOST' });
    },
  ),
);

test(
  'a leg that still talks is left alone',
  aLeg(
    () => ({ legState: async () => ({ alive: true, answered: true }) }),
    async (t, leg) => {
      await leg.tell(ANSWERED);
      await leg.sandbox.advance(1_800_000);
      t.is(leg.sandbox.run(ID)?.status, 'running');
      t.deepEqual(leg.hungUp, []);
    },
  ),
);

test(
  'a switch whose core is gone ends the leg',
  aLeg(
    () => ({}),
    async (t, leg) => {
      await leg.tell(ANSWERED);
      await leg.tell({ type: 'mediaLost', reason: 'core-restarted' });
      t.deepEqual(leg.told().at(-1), { state: 'ended', cause: 'MEDIA_LOST' });
    },
  ),
);
