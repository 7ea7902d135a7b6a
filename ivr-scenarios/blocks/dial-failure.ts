import type { Outcome } from '../../contracts/call/outcome.ts';

export type DialFailure = 'busy' | 'noAnswer' | 'rejected' | 'failed' | 'declined';

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

/** With these causes a leg ends that was picked up and then not accepted by its key (`group_confirm` gives up on it). */
const PICKED_UP: ReadonlySet<string> = new Set(['DECLINED', 'NORMAL_CLEARING', 'ORIGINATOR_CANCEL']);

/** The same for a leg that has to press a key before it counts as answered. */
export function failureOfAttended(cause: string | undefined): DialFailure {
  return cause !== undefined && PICKED_UP.has(cause) ? 'declined' : failureOf(cause);
}

export const UPSTREAM_REASON: Record<DialFailure, Extract<Outcome, { result: 'upstream' }>['reason']> = {
  busy: 'busy',
  noAnswer: 'no-answer',
  rejected: 'rejected',
  failed: 'unreachable',
  declined: 'rejected',
};
