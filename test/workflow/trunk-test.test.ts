import test, { type ExecutionContext } from 'ava';
import type { DialRequest, LegActivities } from '../../activities/call/types.ts';
import type { TrunkTestActivities } from '../../activities/trunk/types.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import { callWorkflowId } from '../../contracts/call/names.ts';
import { DialDigits } from '../../contracts/ids.ts';
import { type TrunkTestInput, trunkTestWorkflowId } from '../../contracts/trunk/test-call.ts';
import { CORE, NODE, TENANT } from './support/call-input.ts';
import { createSandbox, type Sandbox } from './support/sandbox.ts';
import { twice } from './support/twice.ts';

const INPUT: TrunkTestInput = {
  id: '91aa5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d',
  tenant: TENANT,
  node: NODE,
  trunk: 'trunk',
  to: DialDigits.parse('0212345678'),
  callerNumber: DialDigits.parse('07000000001'),
};
const ID = trunkTestWorkflowId(INPUT.id);

type World = {
  sandbox: Sandbox;
  dialled: DialRequest[];
  noted: string[];
  greeted: string[];
  hungUp: string[];
  tell(event: Record<string, unknown>): Promise<void>;
};

async function begin(own: Partial<LegActivities & TrunkTestActivities> = {}): Promise<World> {
  const dialled: DialRequest[] = [];
  const [noted, greeted, hungUp]: [string[], string[], string[]] = [[], [], []];
  const sandbox = await createSandbox({
    startTrunkTest: async () => true,
    dial: async (request: DialRequest) => {
      dialled.push(request);
      return { status: 'sent' };
    },
    hangUpLeg: async ({ cause }: { cause: string }) => void hungUp.push(cause),
    legState: async () => ({ alive: true, answered: true }),
    settleLeg: async () => undefined,
    greetTrunkTest: async ({ leg }: { leg: string }) => {
      greeted.push(leg);
      return { status: 'issued' };
    },
    noteTrunkTest: async ({ state, cause }: { state: string; cause?: string }) =>
      void noted.push(cause === undefined ? state : `${state} ${cause}`),
    ...own,
  });
  await sandbox.start('trunkTest', ID, [INPUT]);
  await sandbox.advance(0);
  let sequence = 0;
  return {
    sandbox,
    dialled,
    noted,
    greeted,
    hungUp,
    async tell(event) {
      sequence += 1;
      const stamped = { ...event, id: `${CORE}:${sequence}`, at: sandbox.clock.now() } as CallEvent;
      const leg = sandbox.runs().find(({ workflowId }) => workflowId.startsWith('call/'));
      void sandbox.update(leg?.workflowId ?? '', 'events', [[stamped]], stamped.id);
      await sandbox.advance(10);
    },
  };
}

const aTest = (
  own: () => Partial<LegActivities & TrunkTestActivities>,
  script: (t: ExecutionContext, world: World) => Promise<void>,
): ReturnType<typeof twice> =>
  twice(async (t) => {
    const world = await begin(own());
    await script(t, world);
    await world.sandbox.close();
    return world.sandbox.commands();
  });

const leg = { type: 'leg', verb: 1 };
const ENDED = { type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'peer' };

test(
  'one leg is dialled by the wanted trunk, greeted once when it answers, and its end is the result',
  aTest(
    () => ({}),
    async (t, world) => {
      for (const state of ['ringing', 'answered', 'answered']) await world.tell({ ...leg, state });
      await world.tell(ENDED);
      const [request] = world.dialled;
      t.like(request, { trunk: 'trunk', callerId: INPUT.callerNumber, parent: INPUT.id, tell: ID });
      t.is(world.dialled.length, 1);
      t.deepEqual(world.greeted, [request?.leg]);
      t.deepEqual(world.noted, ['ringing', 'answered', 'ended NORMAL_CLEARING']);
      t.deepEqual(world.sandbox.run(ID)?.result, { answered: true, cause: 'NORMAL_CLEARING' });
      t.truthy(request && world.sandbox.run(callWorkflowId(request.leg))?.result);
    },
  ),
);

test(
  'a call that is refused or busy ends with its cause',
  aTest(
    () => ({ dial: async () => ({ status: 'refused', cause: 'NORMAL_CIRCUIT_CONGESTION' }) }),
    async (t, world) => {
      await world.sandbox.advance(100);
      t.deepEqual(world.noted, ['ended NORMAL_CIRCUIT_CONGESTION']);
      t.deepEqual(world.sandbox.run(ID)?.result, { answered: false, cause: 'NORMAL_CIRCUIT_CONGESTION' });
    },
  ),
);

test(
  'a plan that was given up before is not dialled',
  aTest(
    () => ({ startTrunkTest: async () => false }),
    async (t, world) => {
      t.deepEqual(world.dialled, []);
      t.deepEqual(world.sandbox.run(ID)?.result, { answered: false, cause: 'NOT_STARTED' });
    },
  ),
);

test(
  'who answers and cannot be greeted is not left in silence',
  aTest(
    () => ({ greetTrunkTest: () => Promise.reject(new Error('no switch')) }),
    async (t, world) => {
      await world.tell({ ...leg, state: 'answered' });
      await world.sandbox.advance(25_000);
      t.deepEqual(world.hungUp, ['NORMAL_CLEARING']);
    },
  ),
);

test(
  'a line that stays open is closed',
  aTest(
    () => ({}),
    async (t, world) => {
      await world.tell({ ...leg, state: 'answered' });
      await world.sandbox.advance(89_000);
      t.deepEqual(world.hungUp, []);
      await world.sandbox.advance(2_000);
      t.deepEqual(world.hungUp, ['NORMAL_CLEARING']);
      await world.tell(ENDED);
      t.is(world.sandbox.run(ID)?.status, 'completed');
    },
  ),
);
