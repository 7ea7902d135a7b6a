import { ApplicationFailure } from '@temporalio/activity';
import { type ErrorCode, isCallwrightError } from '../../contracts/errors.ts';
import { isEslError } from '../../freeswitch/esl/index.ts';

/** Trying again cannot help: the request itself, the configuration or our code is wrong. */
const TERMINAL: ReadonlySet<ErrorCode> = new Set([
  'scenario/invalid',
  'scenario/not-found',
  'switch/invalid-argument',
  'dial/not-allowed',
  'message/refused',
  'message/template-invalid',
  'server/bug',
]);

/** The one map from what our rooms throw to what Temporal retries. Messages carry no argument and no number. */
export function asFailure(error: unknown): ApplicationFailure {
  if (isCallwrightError(error)) {
    return ApplicationFailure.create({
      type: error.code,
      message: error.message,
      nonRetryable: TERMINAL.has(error.code),
    });
  }
  if (isEslError(error)) {
    return ApplicationFailure.create({
      type: `switch/${error.code}`,
      message: error.message,
      nonRetryable: error.code === 'invalid-argument',
    });
  }
  const kind = error instanceof Error ? error.name : typeof error;
  return ApplicationFailure.create({
    type: 'server/bug',
    message: `unexpected ${kind}`,
    ...(error instanceof Error ? { cause: error } : {}),
  });
}

/** Wraps activities so that each failure leaves through {@link asFailure}. */
export function withFailures<T extends Record<string, (request: never) => Promise<unknown>>>(
  activities: T,
): T {
  const wrapped = Object.entries(activities).map(([name, activity]) => [
    name,
    async (request: never) => {
      try {
        return await activity(request);
      } catch (error) {
        throw asFailure(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as T;
}
