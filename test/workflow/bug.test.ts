import { ApplicationFailure } from '@temporalio/common';
import test from 'ava';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import { CALL } from './support/call-input.ts';
import type { Before, PhoneCall } from './support/phone-call.ts';
import { phoneCall } from './support/twice.ts';

const scenario = compiledDraft(mainLine);
const BUG = { result: 'server', reason: 'bug' };

/** Answers with what no activity may answer, so that the code behind it throws. */
const nonsense =
  (from: string): Before =>
  (name) =>
    name === from ? null : undefined;

async function apologisedWithin10s(call: PhoneCall): Promise<boolean> {
  await call.sandbox.advance(10_000);
  return call.channel.apologies === 1 && call.result()?.outcome.reason === 'bug';
}

for (const name of ['loadPart', 'issueVerbs'] as const) {
  test(
    `a turn that throws behind ${name} ends the call with an apology (R19)`,
    phoneCall(
      () => ({ scenario, inputs: ['open'], before: nonsense(name) }),
      async (t, call) => {
        t.true(await apologisedWithin10s(call));
        t.deepEqual(call.result()?.outcome, BUG);
        t.deepEqual(call.records.at(-1)?.end?.outcome, BUG, 'and the record says so');
      },
    ),
  );
}

test(
  'an apology that fails inside the workflow task is told by the worker of the node',
  phoneCall(
    () => ({
      scenario,
      before(name, { local }) {
        if (name === 'apologise' && local) throw ApplicationFailure.nonRetryable('the answer is lost');
        return name === 'issueVerbs' ? null : undefined;
      },
    }),
    async (t, call) => {
      t.true(await apologisedWithin10s(call));
    },
  ),
);

test(
  'a scenario version that is gone ends the call with an apology',
  phoneCall(
    () => ({
      scenario,
      before(name) {
        if (name !== 'loadPart') return;
        throw ApplicationFailure.create({ type: 'scenario/not-found', message: 'gone', nonRetryable: true });
      },
    }),
    async (t, call) => {
      await call.sandbox.advance(10_000);
      t.is(call.channel.apologies, 1);
      t.deepEqual(call.result()?.outcome, { result: 'server', reason: 'scenario-missing' });
    },
  ),
);

test(
  'an event that nobody can read ends the call with an apology, not in a task that fails for ever',
  phoneCall(
    () => ({ scenario, inputs: ['open'] }),
    async (t, call) => {
      await call.sandbox.advance(1_000);
      const update = call.sandbox.update(`call/${CALL}`, 'events', [[null]], 'unreadable');
      t.true(await apologisedWithin10s(call));
      await update.catch(() => undefined);
    },
  ),
);

test(
  'a database that is away for a moment costs the caller that moment only',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '4'],
      before(name, { attempt }) {
        if (name === 'loadPart' && attempt < 4) throw ApplicationFailure.create({ message: 'no connection' });
      },
    }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.is(call.result()?.outcome.reason, 'informed');
    },
  ),
);
