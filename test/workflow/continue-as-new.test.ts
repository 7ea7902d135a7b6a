import { ApplicationFailure } from '@temporalio/common';
import test from 'ava';
import type { RecordRequest } from '../../activities/call/types.ts';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import { CALL } from './support/call-input.ts';
import { createPhoneCall, type PhoneCall, type PhoneCallOptions } from './support/phone-call.ts';
import { phoneCall } from './support/twice.ts';

const scenario = compiledDraft(mainLine);
/** 200 times the menu, then a message. */
const INPUTS = ['open', ...Array.from({ length: 200 }, () => '0'), '3', 'recorded'];

async function toTheEnd(options: Partial<PhoneCallOptions>): Promise<PhoneCall> {
  const call = await createPhoneCall({ scenario, inputs: INPUTS, ...options });
  await call.sandbox.advance(3_500_000);
  await call.sandbox.close();
  return call;
}

/** Blocks in order, each once: a later record of the same number replaces the earlier one, as in the table. */
const story = (call: PhoneCall): unknown[] => {
  const steps = new Map(
    call.records.flatMap(({ steps: some }) => some.map((step) => [step.seq, step] as const)),
  );
  return [...steps.values()].map(({ seq, block, digits, outcome }) => [seq, block, digits, outcome]);
};

test('a call of 200 turns that continues as new each 50 events ends like one that never does', async (t) => {
  const whole = await toTheEnd({});
  const cut = await toTheEnd({ input: { continueAfterEvents: 50 } });
  t.is(whole.sandbox.runs().length, 1);
  t.true(cut.sandbox.runs().length > 20, `${cut.sandbox.runs().length} runs`);
  t.deepEqual(cut.result(), whole.result());
  t.deepEqual(cut.channel.heard, whole.channel.heard);
  t.deepEqual(story(cut), story(whole));
});

test('events that come again across continue-as-new are still known', async (t) => {
  const faults: PhoneCallOptions['faults'] = (event) => [0, 20_000].map((afterMs) => ({ event, afterMs }));
  const inputs = ['open', ...Array.from({ length: 12 }, () => '0'), '4'];
  const clean = await toTheEnd({ inputs });
  const cut = await toTheEnd({ inputs, faults, input: { continueAfterEvents: 50 } });
  t.true(cut.sandbox.runs().length > 2);
  t.deepEqual(cut.result(), clean.result());
  t.deepEqual(cut.channel.heard, clean.channel.heard);
});

test('a database that is away does not keep a call from continuing as new', async (t) => {
  const inputs = ['open', ...Array.from({ length: 12 }, () => '0'), '4'];
  const clean = await toTheEnd({ inputs });
  const cut = await toTheEnd({
    inputs,
    input: { continueAfterEvents: 50 },
    before(name, { local }, request) {
      const atTheEnd = (request as RecordRequest).end !== undefined;
      if (name !== 'recordCall' || (atTheEnd && !local)) return;
      throw ApplicationFailure.create({ type: 'db/unavailable', message: 'no connection' });
    },
  });
  t.true(cut.sandbox.runs().length > 2);
  t.deepEqual(cut.channel.heard, clean.channel.heard);
  t.deepEqual(story(cut), story(clean), 'what could not be written is carried on');
  t.is(cut.sandbox.run(`call/${CALL}`)?.status, 'completed');
});

test(
  'a call does not continue as new while an Update is open',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', ...Array.from({ length: 12 }, () => '0'), '4'],
      input: { continueAfterEvents: 50 },
      before: (name, { sleep }) => (name === 'issueVerbs' ? sleep(300) : undefined),
    }),
    async (t, call) => {
      await call.sandbox.advance(400_000);
      t.is(call.result()?.outcome.reason, 'informed');
      t.true(call.sandbox.runs().length > 2);
    },
  ),
);
