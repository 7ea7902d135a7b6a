import test from 'ava';
import fc from 'fast-check';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallWorkflowResult } from '../../contracts/call/workflow.ts';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import { CALL } from './support/call-input.ts';
import type { Faults } from './support/caller.ts';
import { createPhoneCall, type PhoneCall, type PhoneCallOptions } from './support/phone-call.ts';
import { phoneCall } from './support/twice.ts';

const scenario = compiledDraft(mainLine);
const INPUTS = ['open', '0', '9', '3', 'recorded'];

type FinalState = { result: CallWorkflowResult | undefined; heard: unknown; blocks: unknown };

async function finalState(options: Omit<PhoneCallOptions, 'scenario'>): Promise<FinalState> {
  const call = await createPhoneCall({ scenario, inputs: INPUTS, ...options });
  await call.sandbox.advance(300_000);
  const blocks = call.records[0]?.steps.map(({ seq, block, digits, outcome }) => [
    seq,
    block,
    digits,
    outcome,
  ]);
  const state = { result: call.result(), heard: call.channel.heard, blocks };
  await call.sandbox.close();
  return state;
}

/** What becomes of one event: lost, or delivered once or twice, each time this much later. */
const fate = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 6, arbitrary: fc.constant([0]) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constant(0), fc.integer({ min: 0, max: 20_000 })).map((delays) => [...delays]),
  },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 1, max: 900 })).map((delays) => [...delays]) },
);

test('events that are lost, doubled or late give the same call as a clean run (R6)', async (t) => {
  const clean = await finalState({});
  t.is(clean.result?.outcome.reason, 'message-left');
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: 12, maxLength: 12 }), async (fates) => {
      const faults: Faults = (event, number) =>
        (fates[number % fates.length] ?? [0]).map((afterMs) => ({ event, afterMs }));
      t.deepEqual(await finalState({ faults }), clean);
    }),
    { numRuns: 12 },
  );
});

test(
  'an event that comes again after many others changes nothing',
  phoneCall(
    () => ({
      scenario,
      inputs: INPUTS,
      faults: (event) => [0, 5_000, 15_000].map((afterMs) => ({ event, afterMs })),
    }),
    async (t, call) => {
      await call.sandbox.advance(300_000);
      t.is(call.result()?.outcome.reason, 'message-left');
      t.is(new Set(call.channel.heard.map(({ verb }) => verb)).size, call.channel.heard.length);
    },
  ),
);

/** Leaves the menu waiting for a key. */
async function atTheMenu(call: PhoneCall): Promise<number> {
  for (;;) {
    const menu = call.channel.heard.find(({ kind }) => kind === 'collect');
    if (menu !== undefined) return menu.verb;
    await call.sandbox.advance(100);
  }
}

test(
  'a hang-up in the same batch as a key overtakes it',
  phoneCall(
    () => ({ scenario, inputs: ['open', 'hangup'] }),
    async (t, call) => {
      const verb = await atTheMenu(call);
      const key: CallEvent = call.stamp({ type: 'collected', verb, result: 'digits', digits: '3' });
      const gone = call.stamp({ type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'caller' });
      const update = call.sandbox.update(`call/${CALL}`, 'events', [[key, gone]], key.id);
      await call.sandbox.advance(1_000);
      t.deepEqual(await update, { accepted: 2 });
      t.deepEqual(call.result()?.outcome, { result: 'client', reason: 'caller-hung-up' });
      t.false(call.channel.heard.some(({ kind }) => kind === 'record'));
    },
  ),
);

test(
  'the same Update again is answered and gives no second turn',
  phoneCall(
    () => ({ scenario, inputs: ['open'] }),
    async (t, call) => {
      const verb = await atTheMenu(call);
      const key = call.stamp({ type: 'collected', verb, result: 'digits', digits: '0' });
      const first = call.sandbox.update(`call/${CALL}`, 'events', [[key]], key.id);
      const other = call.sandbox.update(`call/${CALL}`, 'events', [[key]], 'another-worker');
      await call.sandbox.advance(100);
      t.deepEqual(await first, { accepted: 1 });
      t.deepEqual(await other, { accepted: 1 });
      t.is(call.channel.heard.filter(({ kind }) => kind === 'collect').length, 2);
    },
  ),
);

test(
  'an Update is answered only when its events have been worked off',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open'],
      before: (name, { sleep }) => (name === 'issueVerbs' ? sleep(400) : undefined),
    }),
    async (t, call) => {
      const verb = await atTheMenu(call);
      const key = call.stamp({ type: 'collected', verb, result: 'digits', digits: '0' });
      let answered = false;
      const update = call.sandbox.update(`call/${CALL}`, 'events', [[key]], key.id);
      void update.then(() => {
        answered = true;
      });
      await call.sandbox.advance(300);
      t.false(answered, 'the verb is still on its way to the switch');
      await call.sandbox.advance(200);
      t.true(answered);
    },
  ),
);
