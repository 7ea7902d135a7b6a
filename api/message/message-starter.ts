import type { MessageInput } from '../../contracts/message/names.ts';

/**
 * The way from a row to its workflow. Row and start are not atomic: the row is there first, and a sweep starts what
 * Temporal did not take.
 */
export type MessageStarter = {
  /** Starts `message/<id>`, or wakes it; resolves when Temporal has it, rejects with `temporal/unavailable`. */
  start(input: MessageInput): Promise<void>;
  /** Has a running one look at its ledger now; one that is over stays so. Rejects with `temporal/unavailable`. */
  news(message: string): Promise<void>;
};

/** Where no Temporal is: rows stay as they are until a sweep of another process starts them. */
export const NO_STARTER: MessageStarter = {
  start: () => Promise.resolve(),
  news: () => Promise.resolve(),
};
