import type { PhoneCallView } from '../../../../../contracts/api/phone.ts';

export const isOver = ({ state }: PhoneCallView): boolean => state === 'ended' || state === 'lost';

/** The call one is in, and the one that rings meanwhile. */
export type CallsAtHand = {
  readonly active: PhoneCallView | undefined;
  readonly incoming: PhoneCallView | undefined;
};

/** Sorts the calls of a line: a call that comes in and rings is not the active one until it is answered. */
export function callsAtHand(calls: readonly PhoneCallView[]): CallsAtHand {
  const open = calls.filter((call) => !isOver(call)).toSorted((a, b) => a.startedAt - b.startedAt);
  const incoming = open.find(({ direction, state }) => direction === 'in' && state !== 'answered');
  return { active: open.findLast((call) => call !== incoming), incoming };
}

/** Words for what a call is doing, as a key of `phone.state`. */
export function stateKey(
  call: PhoneCallView,
): 'calling' | 'ringing' | 'early' | 'talking' | 'incoming' | 'ended' | 'lost' {
  if (call.state === 'answered') return 'talking';
  if (call.direction === 'in' && !isOver(call)) return 'incoming';
  return call.state;
}

const CAUSES = {
  NORMAL_CLEARING: 'normal',
  ORIGINATOR_CANCEL: 'cancelled',
  USER_BUSY: 'busy',
  CALL_REJECTED: 'rejected',
  NO_ANSWER: 'noAnswer',
  NO_USER_RESPONSE: 'noAnswer',
  ALLOTTED_TIMEOUT: 'noAnswer',
  UNALLOCATED_NUMBER: 'unknownNumber',
  NO_ROUTE_DESTINATION: 'unknownNumber',
  NORMAL_TEMPORARY_FAILURE: 'failure',
} as const;

/** Why a call ended, as a key of `phone.cause`. */
export function causeKey(call: PhoneCallView): (typeof CAUSES)[keyof typeof CAUSES] | 'other' | 'lost' {
  if (call.state === 'lost') return 'lost';
  return Object.hasOwn(CAUSES, call.cause ?? '') ? CAUSES[call.cause as keyof typeof CAUSES] : 'other';
}
