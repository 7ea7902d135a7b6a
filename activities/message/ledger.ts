import type { MessageFigures, MessageResult } from '../../contracts/message/names.ts';
import type {
  LookupQuestion,
  MessageProvider,
  OutgoingText,
  ProviderWord,
  SendVerdict,
} from '../../contracts/message/provider.ts';

/** Texts that were taken for one hand-over; none: nothing may go now. */
export type Claimed = {
  /** Null with no texts. */
  batch: string | null;
  texts: readonly OutgoingText[];
  /** When something may go next, ms: times to come, the end of the night for advertising; null: nothing waits. */
  nextDueAt: number | null;
};

/** Where messages are written down; the only state they have. Every function may be repeated. */
export type MessageLedger = {
  /** Its workflow has begun: no sweep needs to start it. */
  activate(message: string): Promise<unknown>;
  /** Marks up to `limit` due texts as being handed over, each for one caller only, and returns them. */
  claim(message: string, wanted: { limit: number; now: number }): Promise<Claimed>;
  setHandle(batch: string, handle: string): Promise<void>;
  settleVerdicts(batch: string, verdicts: readonly SendVerdict[]): Promise<void>;
  /**
   * Sends to ask for: handed over longer than `staleSubmittedMs` ago without a verdict, or accepted and not reported
   * for `pollMs`. Who was asked for lately comes last.
   */
  open(
    message: string,
    wanted: { staleSubmittedMs: number; pollMs: number; now: number; limit: number },
  ): Promise<readonly LookupQuestion[]>;
  /** Writes the words down, each once; returns how many sends they told something new about. */
  applyWords(words: readonly ProviderWord[]): Promise<number>;
  /** Ends as `unknown` what has waited longer than any report takes. */
  closeOverdue(message: string, reportWithinMs: number, now: number): Promise<number>;
  figures(message: string): Promise<MessageFigures>;
  finish(message: string): Promise<MessageResult | undefined>;
};

/** What the activities of messages stand on. */
export type MessageWorld = {
  ledger: MessageLedger;
  provider: MessageProvider;
  now(): number;
  pause(ms: number): Promise<void>;
  /** Tells Temporal that the activity is alive. */
  heartbeat(): void;
  /** Of what a provider or the database threw; never of texts or numbers. */
  warn(what: string, error: unknown): void;
};
