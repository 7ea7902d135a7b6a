/** Q.850 value of each hang-up cause that the switch names, as `variable_hangup_cause_q850` reports it. */
const q850: Readonly<Record<string, number>> = {
  UNSPECIFIED: 0,
  UNALLOCATED_NUMBER: 1,
  NO_ROUTE_DESTINATION: 3,
  NORMAL_CLEARING: 16,
  USER_BUSY: 17,
  NO_USER_RESPONSE: 18,
  NO_ANSWER: 19,
  CALL_REJECTED: 21,
  DESTINATION_OUT_OF_ORDER: 27,
  NORMAL_UNSPECIFIED: 31,
  NORMAL_CIRCUIT_CONGESTION: 34,
  NORMAL_TEMPORARY_FAILURE: 41,
  RECOVERY_ON_TIMER_EXPIRE: 102,
  INTERWORKING: 127,
  // Causes above 200 are the switch's own; on the wire they go out as 16 (transcripts 20-, 31-).
  ORIGINATOR_CANCEL: 16,
  LOSE_RACE: 16,
  ATTENDED_TRANSFER: 16,
  ALLOTTED_TIMEOUT: 16,
  PICKED_OFF: 16,
  MANAGER_REQUEST: 16,
};

/** Q.850 number of a cause; 16 for one that is not in the table. */
export function q850Of(cause: string): number {
  return q850[cause] ?? 16;
}

/** The cause named in a command, or NORMAL_CLEARING when the name is unknown or absent. */
export function causeFrom(name: string | undefined): string {
  const upper = name?.trim().toUpperCase() ?? '';
  return upper in q850 ? upper : 'NORMAL_CLEARING';
}

type Refusal = { readonly cause: string; readonly phrase: string };

const refusals: Readonly<Record<number, Refusal>> = {
  404: { cause: 'UNALLOCATED_NUMBER', phrase: 'Not Found' },
  480: { cause: 'NO_USER_RESPONSE', phrase: 'Temporarily Unavailable' },
  486: { cause: 'USER_BUSY', phrase: 'Busy Here' },
  503: { cause: 'NORMAL_TEMPORARY_FAILURE', phrase: 'Service Unavailable' },
  603: { cause: 'CALL_REJECTED', phrase: 'Decline' },
};

/** SIP codes with which a phone may refuse a call: those of transcript 20-, no others. */
export const refusalCodes = [404, 480, 486, 503, 603] as const;

/** One of the refusals that a transcript shows. */
export type RefusalCode = (typeof refusalCodes)[number];

/** Cause and reason phrase that the switch derives from a phone's refusal. */
export function refusalOf(code: RefusalCode): Refusal {
  return refusals[code] ?? { cause: 'NORMAL_TEMPORARY_FAILURE', phrase: 'Service Unavailable' };
}
