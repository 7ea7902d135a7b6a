import { ApplicationFailure } from '@temporalio/common';
import test from 'ava';
import { CallwrightError, type ErrorCode } from '../../contracts/errors.ts';
import { EslError } from '../../freeswitch/esl/index.ts';
import { asFailure, withFailures } from './failures.ts';

const CODES: Record<string, boolean> = {
  'scenario/invalid': true,
  'scenario/not-found': true,
  'switch/invalid-argument': true,
  'dial/not-allowed': true,
  'server/bug': true,
  'switch/not-sent': false,
  'db/unavailable': false,
};

for (const [code, terminal] of Object.entries(CODES)) {
  test(`${code} is ${terminal ? 'not ' : ''}tried again`, (t) => {
    const failure = asFailure(new CallwrightError(code as ErrorCode, 'a sentence'));
    t.like(failure, { type: code, message: 'a sentence', nonRetryable: terminal });
  });
}

test('of the event socket only a wrong argument is terminal', (t) => {
  t.like(asFailure(new EslError('outcome-unknown', 'lost')), {
    type: 'switch/outcome-unknown',
    nonRetryable: false,
  });
  t.like(asFailure(new EslError('invalid-argument', 'CR')), { nonRetryable: true });
});

test('what nobody foresaw keeps its message out of the failure itself', (t) => {
  const failure = asFailure(new TypeError('07012345678 is not a function'));
  t.is(failure.type, 'server/bug');
  t.is(failure.message, 'unexpected TypeError');
  t.true(asFailure('text') instanceof ApplicationFailure);
});

test('every activity is wrapped, its answer left alone', async (t) => {
  const activities = withFailures({
    works: async (n: number) => n + 1,
    fails: async () => Promise.reject(new CallwrightError('db/unavailable', 'away')),
  });
  t.is(await activities.works(1), 2);
  const error = await t.throwsAsync(activities.fails());
  t.true(error instanceof ApplicationFailure);
});
