/**
 * Names that Temporal knows messages by; apart from the schemas, as those of calls (contracts/call/names.ts).
 */
export const MESSAGE_WORKFLOW = 'message';

/** Queue of everything that is not a call in progress (design §3): its worker and its cache are its own. */
export const BOOKINGS_QUEUE = 'bookings';

/** `message/<id>`: the id is the row's, and holds no number. */
export const messageWorkflowId = (message: string): string => `message/${message}`;

/** Key of a text that a call asked for: a call numbers its verbs over its whole life, so one verb is one text. */
export const callMessageKey = (call: string, verb: number): string => `call/${call}/${verb}`;

/** Something changed in the ledger that the workflow should look at now: a report, a resend, a call-off. */
export const MESSAGE_NEWS_SIGNAL = 'messageNews';

/** What a message's workflow begins with: everything else stands in the ledger. */
export type MessageInput = { message: string; tenant: string };
/** Figures of the ledger when the last row was settled. */
export type MessageResult = { delivered: number; failed: number; unknown: number; excluded: number };

/** How far the ledger of a message is. */
export type MessageFigures = {
  /** Texts that were never handed over, or came back to be handed over again. */
  waiting: number;
  /** Texts that were handed over and whose fate is not known yet. */
  open: number;
  /** When the next waiting one may go, ms; null when none waits. */
  nextDueAt: number | null;
};
