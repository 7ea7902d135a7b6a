import type { Outcome } from '../../contracts/call/outcome.ts';

export type DialFailure = 'busy' | 'noAnswer' | 'rejected' | 'failed';

/**
 * FreeSWITCH causes by what they mean to a scenario: 486 is USER_BUSY, 603 CALL_REJECTED, 480 NO_USER_RESPONSE, a ring
 * time-out NO_ANSWER (or ALLOTTED_TIMEOUT, PROGRESS_TIMEOUT by the variant of the command). All else: cannot be reached.
 */
const BY_CAUSE: ReadonlyMap<string, DialFailure> = new Map([
  ['USER_BUSY', 'busy'],
  ['NO_ANSWER', 'noAnswer'],
  ['NO_USER_RESPONSE', 'noAnswer'],
  ['ALLOTTED_TIMEOUT', 'noAnswer'],
  ['PROGRESS_TIMEOUT', 'noAnswer'],
  ['CALL_REJECTED', 'rejected'],
]);

/** The outcome of a connect block whose leg ended with this cause before it was answered. */
export function failureOf(cause: string | undefined): DialFailure {
  return (cause === undefined ? undefined : BY_CAUSE.get(cause)) ?? 'failed';
}

export const UPSTREAM_REASON: Record<DialFailure, Extract<Outcome, { result: 'upstream' }>['reason']> = {
  busy: 'busy',
  noAnswer: 'no-answer',
  rejected: 'rejected',
  failed: 'unreachable',
};
