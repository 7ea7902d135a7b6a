import test from 'ava';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { simulate } from '../../ivr-scenarios/simulate/simulate.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import type { Faults } from './support/caller.ts';
import type { PhoneCall } from './support/phone-call.ts';
import { phoneCall } from './support/twice.ts';

const scenario = compiledDraft(mainLine);
const kinds = (call: PhoneCall): string[] => call.channel.heard.map(({ kind }) => kind);

/** Runs until the agent's phone rings. */
async function ringing(call: PhoneCall): Promise<void> {
  while (call.legs.dialled.length === 0) await call.sandbox.advance(100);
  await call.sandbox.advance(1_000);
}

for (const [far, outcome] of Object.entries({
  busy: 'busy',
  noAnswer: 'no-answer',
  rejected: 'rejected',
  failed: 'unreachable',
})) {
  const inputs = ['open', '1', far, ...(far === 'failed' ? [] : ['empty'])];
  test(
    `an agent who is ${outcome} leads the caller where the scenario says`,
    phoneCall(
      () => ({ scenario, inputs }),
      async (t, call) => {
        await call.sandbox.advance(300_000);
        t.deepEqual(call.result()?.outcome, { result: 'upstream', reason: outcome });
        const expected = simulate(scenario, inputs).verbs;
        t.deepEqual(
          kinds(call),
          expected.map(({ kind }) => kind).filter((kind) => kind !== 'dial' && kind !== 'businessHours'),
        );
        t.is(call.legs.dialled.length, 1);
        t.is(call.legs.settled.filter(({ state }) => state === 'ended').length, 1);
        t.deepEqual(call.legs.hungUp, []);
      },
    ),
  );
}

test(
  'an agent who answers is bridged, and the caller goes on when the agent hangs up',
  phoneCall(
    () => ({ scenario, inputs: ['open', '1', 'answers'] }),
    async (t, call) => {
      await ringing(call);
      await call.sandbox.advance(10_000);
      t.is(kinds(call).at(-1), 'bridge');
      t.is(call.result(), undefined);
      await call.sandbox.advance(600_000);
      call.legs.hangUp();
      await call.sandbox.advance(10_000);
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'connected' });
      t.deepEqual(
        call.legs.settled.map(({ state }) => state),
        ['answered', 'ended'],
      );
      t.deepEqual(kinds(call).slice(-4), ['stop', 'bridge', 'play', 'hangup']);
    },
  ),
);

test(
  'the bridge names the leg that the dial brought to life',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '1', 'answers'],
    }),
    async (t, call) => {
      await ringing(call);
      await call.sandbox.advance(10_000);
      const [dial] = call.legs.dialled;
      const bridge = call.requests.find(({ verbs }) => verbs.some(({ kind }) => kind === 'bridge'));
      t.deepEqual(bridge?.legs, { [dial?.verb ?? 0]: dial?.leg });
      t.not(dial?.leg, dial?.parent);
    },
  ),
);

test(
  'a caller who hangs up while it rings takes the ring from the agent',
  phoneCall(
    () => ({ scenario, inputs: ['open', '1', 'hangup'] }),
    async (t, call) => {
      await ringing(call);
      call.hangUp();
      await call.sandbox.advance(30_000);
      t.deepEqual(call.result()?.outcome, { result: 'client', reason: 'caller-hung-up' });
      t.deepEqual(
        call.legs.hungUp.map(({ cause }) => cause),
        ['ORIGINATOR_CANCEL'],
      );
      t.deepEqual(
        call.legs.settled.map(({ state, cause }) => [state, cause]),
        [['ended', 'ORIGINATOR_CANCEL']],
      );
      t.true(call.sandbox.runs().every(({ status }) => status === 'completed'));
    },
  ),
);

test(
  'a caller who hangs up in the conversation ends the leg',
  phoneCall(
    () => ({ scenario, inputs: ['open', '1', 'answers'] }),
    async (t, call) => {
      await ringing(call);
      await call.sandbox.advance(60_000);
      call.hangUp();
      await call.sandbox.advance(30_000);
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'connected' });
      t.deepEqual(
        call.legs.hungUp.map(({ cause }) => cause),
        ['NORMAL_CLEARING'],
      );
      t.true(call.sandbox.runs().every(({ status }) => status === 'completed'));
    },
  ),
);

test(
  'a number that may not be dialled is a leg that failed',
  phoneCall(
    () => ({ scenario, inputs: ['open', '1', 'refused'] }),
    async (t, call) => {
      await call.sandbox.advance(300_000);
      t.deepEqual(call.result()?.outcome, { result: 'upstream', reason: 'unreachable' });
      t.is(call.legs.dialled.length, 0);
    },
  ),
);

test(
  'a lost report of the bridge is read from the channel',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '1', 'answers'],
      faults: (event) => (event.type === 'bridged' ? [] : [{ event, afterMs: 0 }]),
    }),
    async (t, call) => {
      await ringing(call);
      await call.sandbox.advance(10_000);
      const asked = (): number => call.activities.filter((name) => name === 'local inspectVerb').length;
      t.is(asked(), 1);
      await call.sandbox.advance(60_000);
      t.is(asked(), 1, 'and not asked again while they talk');
      call.legs.hangUp();
      await call.sandbox.advance(10_000);
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'connected' });
    },
  ),
);

const loseUnbridged: Faults = (event) => (event.type === 'unbridged' ? [] : [{ event, afterMs: 0 }]);

test(
  'a caller is not left in silence when the end of his conversation is not reported',
  phoneCall(
    () => ({ scenario, inputs: ['open', '1', 'answers'], faults: loseUnbridged }),
    async (t, call) => {
      await ringing(call);
      await call.sandbox.advance(60_000);
      call.legs.hangUp();
      await call.sandbox.advance(10_000);
      t.deepEqual(kinds(call).slice(-3), ['bridge', 'play', 'hangup'], 'he hears how it goes on');
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'connected' });
    },
  ),
);

test(
  'a conversation goes on over every reconnect of the event socket',
  phoneCall(
    () => ({ scenario, inputs: ['open', '1', 'answers'] }),
    async (t, call) => {
      await ringing(call);
      for (let minute = 0; minute < 3; minute += 1) {
        await call.sandbox.advance(60_000);
        call.deliver(call.stamp({ type: 'idle' }));
      }
      await call.sandbox.advance(60_000);
      t.is(call.activities.filter((name) => name === 'local inspectVerb').length, 3);
      t.is(kinds(call).at(-1), 'bridge');
      call.legs.hangUp();
      await call.sandbox.advance(10_000);
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'connected' });
    },
  ),
);

test(
  'what ended while nobody listened is noticed on reconnect',
  phoneCall(
    () => ({ scenario, inputs: ['open', '1', 'answers'], faults: loseUnbridged }),
    async (t, call) => {
      await ringing(call);
      await call.sandbox.advance(60_000);
      call.tell({ type: 'unbridged' });
      await call.sandbox.advance(30_000);
      t.is(kinds(call).at(-1), 'bridge');
      call.deliver(call.stamp({ type: 'idle' }));
      await call.sandbox.advance(1_000);
      t.is(kinds(call).at(-1), 'play');
    },
  ),
);
