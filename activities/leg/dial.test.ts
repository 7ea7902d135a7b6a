import test from 'ava';
import fc from 'fast-check';
import { isCallwrightError } from '../../contracts/errors.ts';
import { DialDigits, TenantId } from '../../contracts/ids.ts';
import { EslError } from '../../freeswitch/esl/index.ts';
import type { DialRequest } from '../call/types.ts';
import { createSwitches, type SwitchPort } from '../shared/switch-port.ts';
import { CALL, createFakeSwitch, LEG, NODE } from '../testing/fake-switch.ts';
import { createDial, type DialLedger } from './dial.ts';
import type { OwnsNumber } from './owns-number.ts';
import { TRUNK_CAUSE, type TrunkGate } from './trunk-gate.ts';

const REQUEST: DialRequest = {
  leg: LEG,
  parent: CALL,
  verb: 7,
  node: NODE,
  tenant: TenantId.parse('2b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d'),
  target: { kind: 'extension', digits: DialDigits.parse('1001') },
  ringMs: 20_000,
  callerId: '15880000',
};

type Row = { state: 'planned' | 'sent' | 'ended'; cause?: string };

/** The ledger's table with its two promises: one row per leg, and a claim that only one may win. */
function createLedger(): DialLedger & { row(): Row | undefined } {
  let row: Row | undefined;
  return {
    row: () => row,
    async plan() {
      row ??= { state: 'planned' };
    },
    async claim() {
      if (row?.state !== 'planned') return false;
      row = { state: 'sent' };
      return true;
    },
    async settle(_leg, state, cause) {
      if (state === 'ended') row = { state, ...(cause === undefined ? {} : { cause }) };
    },
  };
}

const originates = (lines: string[]): number => lines.filter((line) => line.startsWith('originate ')).length;

test('a leg is planned, claimed and dialled', async (t) => {
  const fake = createFakeSwitch();
  const ledger = createLedger();
  t.deepEqual(await createDial(createSwitches([fake.port]), ledger)(REQUEST), { status: 'sent' });
  t.is(originates(fake.lines()), 1);
  t.is(ledger.row()?.state, 'sent');
  t.regex(fake.lines().at(-1) ?? '', new RegExp(`origination_uuid=${LEG}`));
});

test('the same leg again is left alone', async (t) => {
  const fake = createFakeSwitch();
  const dial = createDial(createSwitches([fake.port]), createLedger());
  await dial(REQUEST);
  t.deepEqual(await dial(REQUEST), { status: 'repeated' });
  t.is(originates(fake.lines()), 1);
});

test('a number that may not be dialled never reaches the switch, and its row says so', async (t) => {
  const fake = createFakeSwitch();
  const ledger = createLedger();
  const target = { kind: 'phone', digits: DialDigits.parse('0060212345678') } as const;
  const result = await createDial(createSwitches([fake.port]), ledger)({ ...REQUEST, target });
  t.deepEqual(result, { status: 'refused', cause: 'OUTGOING_CALL_BARRED' });
  t.is(fake.lines().length, 0);
  t.deepEqual(ledger.row(), { state: 'ended', cause: 'OUTGOING_CALL_BARRED' });
});

test('a command that the switch refuses ends the leg', async (t) => {
  const fake = createFakeSwitch(() => '-ERR command not found');
  const ledger = createLedger();
  t.like(await createDial(createSwitches([fake.port]), ledger)(REQUEST), { status: 'refused' });
  t.is(ledger.row()?.state, 'ended');
});

/** A switch whose socket fails from the `from`th write on. */
const failing = (code: 'not-sent' | 'outcome-unknown', from: number): SwitchPort => {
  const { port } = createFakeSwitch();
  let writes = 0;
  return {
    ...port,
    esl: {
      batch(commands) {
        writes += 1;
        return writes < from ? port.esl.batch(commands) : Promise.reject(new EslError(code, 'no connection'));
      },
    },
  };
};

test('a switch that does not answer uses up no attempt: somebody else may dial', async (t) => {
  for (const code of ['not-sent', 'outcome-unknown'] as const) {
    const ledger = createLedger();
    const dial = createDial(createSwitches([failing(code, 1)]), ledger);
    await t.throwsAsync(dial(REQUEST), { code: 'switch/not-sent' });
    t.is(ledger.row()?.state, 'planned');
  }
});

test('a command that was certainly never sent ends the leg at once, one that may have been does not', async (t) => {
  const ledger = createLedger();
  t.like(await createDial(createSwitches([failing('not-sent', 2)]), ledger)(REQUEST), { status: 'refused' });
  t.is(ledger.row()?.state, 'ended');
  const other = createLedger();
  await t.throwsAsync(createDial(createSwitches([failing('outcome-unknown', 2)]), other)(REQUEST));
  t.is(other.row()?.state, 'sent');
});

const PHONE = { kind: 'phone', digits: DialDigits.parse('0212345678') } as const;

test('a phone outside is dialled only when its trunk has a place for it', async (t) => {
  const asked: string[] = [];
  for (const [verdict, cause] of Object.entries(TRUNK_CAUSE)) {
    const fake = createFakeSwitch();
    const ledger = createLedger();
    const gate: TrunkGate = async (_request, trunk) => {
      asked.push(trunk);
      return verdict as keyof typeof TRUNK_CAUSE;
    };
    const dial = createDial(createSwitches([fake.port]), ledger, gate);
    t.deepEqual(await dial({ ...REQUEST, target: PHONE }), { status: 'refused', cause });
    t.is(originates(fake.lines()), 0);
    t.deepEqual(ledger.row(), { state: 'ended', cause });
    await dial(REQUEST);
  }
  t.deepEqual([...new Set(asked)], ['trunk']);
  t.is(asked.length, Object.keys(TRUNK_CAUSE).length, 'an extension needs no trunk');
  const fake = createFakeSwitch();
  const open = createDial(createSwitches([fake.port]), createLedger(), async () => 'taken');
  t.deepEqual(await open({ ...REQUEST, target: PHONE }), { status: 'sent' });
  t.regex(fake.lines().at(-1) ?? '', /sofia\/gateway\/trunk\/0212345678/);
});

test('without a gate, and by a trunk that is not configured, no phone is dialled', async (t) => {
  const fake = createFakeSwitch();
  const refused = { status: 'refused', cause: 'INVALID_GATEWAY' } as const;
  const closed = createDial(createSwitches([fake.port]), createLedger());
  t.deepEqual(await closed({ ...REQUEST, target: PHONE }), refused);
  const open = createDial(createSwitches([fake.port]), createLedger(), async () => 'taken');
  t.deepEqual(await open({ ...REQUEST, target: PHONE, trunk: 'another' }), refused);
  t.is(originates(fake.lines()), 0);
});

test('a number that somebody chose is shown only if it is the company’s own', async (t) => {
  const chosen: DialRequest = { ...REQUEST, chosenCallerId: true };
  const asked: unknown[] = [];
  const owns: OwnsNumber = async (...question) => {
    asked.push(question);
    return question[1] === '15880000';
  };
  const dialling = async (request: DialRequest, of?: OwnsNumber) => {
    const fake = createFakeSwitch();
    const ledger = createLedger();
    const result = await createDial(createSwitches([fake.port]), ledger, undefined, of)(request);
    return { result, invites: originates(fake.lines()), row: ledger.row() };
  };
  const cause = 'FACILITY_NOT_SUBSCRIBED';
  const refused = { result: { status: 'refused', cause }, invites: 0, row: { state: 'ended', cause } };
  t.deepEqual(await dialling({ ...chosen, callerId: '0299998888' }, owns), refused);
  t.deepEqual(await dialling(chosen), refused, 'nobody says whose numbers are whose');
  t.like(await dialling(chosen, owns), { result: { status: 'sent' }, invites: 1 });
  t.deepEqual(asked, [
    [REQUEST.tenant, '0299998888'],
    [REQUEST.tenant, '15880000'],
  ]);
  t.like(
    await dialling({ ...REQUEST, callerId: '0299998888' }),
    { invites: 1 },
    'the caller’s own is passed on',
  );
});

test('a leg that is sent is never said to be refused, whatever its trunk says meanwhile', async (t) => {
  const fake = createFakeSwitch();
  const ledger = createLedger();
  const request = { ...REQUEST, target: PHONE };
  await createDial(createSwitches([fake.port]), ledger, async () => 'taken')(request);
  const again = createDial(createSwitches([fake.port]), ledger, async () => 'full');
  t.deepEqual(await again(request), { status: 'repeated' });
  t.is(ledger.row()?.state, 'sent');
});

class Crash extends Error {}

/** Where a process may die or an answer be lost, in the order of a dial. */
const STAGES = ['plan', 'planned', 'claim', 'claimed', 'send', 'sent'] as const;
type Stage = (typeof STAGES)[number];

/** The same ledger and switch, but the process dies at `stage`, before or after the effect. */
function crashing(ledger: DialLedger, port: SwitchPort, stage: Stage | 'none'): [DialLedger, SwitchPort] {
  const around = async <T>(before: Stage, after: Stage, run: () => Promise<T>): Promise<T> => {
    if (stage === before) throw new Crash();
    const result = await run();
    if (stage === after) throw after === 'sent' ? new EslError('outcome-unknown', 'lost') : new Crash();
    return result;
  };
  return [
    {
      plan: (request) => around('plan', 'planned', () => ledger.plan(request)),
      claim: (leg) => around('claim', 'claimed', () => ledger.claim(leg)),
      settle: (...args) => ledger.settle(...args),
    },
    { ...port, esl: { batch: (commands) => around('send', 'sent', () => port.esl.batch(commands)) } },
  ];
}

const attempts = fc.array(fc.constantFrom(...STAGES, 'none' as const), { minLength: 1, maxLength: 8 });

test('however often it is run and wherever it dies, a leg is dialled once at most (R2)', async (t) => {
  await fc.assert(
    fc.asyncProperty(attempts, fc.boolean(), async (stages, together) => {
      const fake = createFakeSwitch();
      const ledger = createLedger();
      const run = (stage: Stage | 'none'): Promise<unknown> => {
        const [shaky, port] = crashing(ledger, fake.port, stage);
        return createDial(
          createSwitches([port]),
          shaky,
        )(REQUEST).catch((error: unknown) => {
          if (!(error instanceof Crash || isCallwrightError(error) || error instanceof EslError)) throw error;
        });
      };
      if (together) await Promise.all(stages.map(run));
      else for (const stage of stages) await run(stage);
      t.true(originates(fake.lines()) <= 1);
      if (stages.every((stage) => stage === 'none')) t.is(originates(fake.lines()), 1);
    }),
    { numRuns: 300 },
  );
});
