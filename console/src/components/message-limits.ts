/** Bytes that a text may have, by what it is sent as. */
export const MESSAGE_LIMITS = { sms: 90, lms: 2_000, mms: 2_000 } as const;
export type TextKind = keyof typeof MESSAGE_LIMITS;
