import type { MessageChannel, MessagePurpose, ProviderName } from './kinds.ts';

/** One text on its way to a provider. `ref` is our send's id: the provider keeps it, so that it can be asked for by it. */
export type OutgoingText = {
  ref: string;
  channel: MessageChannel;
  purpose: MessagePurpose;
  /** Digits of a verified sender. */
  from: string;
  /** Digits of a mobile number as a Korean dials it: `01012345678`. */
  to: string;
  subject: string | null;
  text: string;
  /** JPEG of an MMS. */
  image: { id: string; bytes: Uint8Array } | null;
  /** Of an Alimtalk: Kakao's channel and the approved template. */
  alimtalk: { channel: string; template: string; variables: Readonly<Record<string, string>> } | null;
};

/** Texts of one hand-over. `batch` is in the ledger before anything leaves; `handle` is what `prepare` returned. */
export type OutgoingBatch = {
  batch: string;
  handle: string | null;
  texts: readonly OutgoingText[];
};

/**
 * What came of one text. `refused`: certainly not sent, and another try would fare the same; `later`: certainly not
 * sent, worth another try after so many ms (rate limits, nobody listening); `unknown`: it may have been accepted, and
 * must be looked up, never sent again.
 */
export type SendVerdict = { ref: string } & (
  | { kind: 'accepted'; providerId: string }
  | { kind: 'refused'; code: string; reason: string }
  | { kind: 'later'; afterMs: number; reason: string }
  | { kind: 'unknown'; reason: string }
);

/** A send whose fate the provider is asked for. */
export type LookupQuestion = {
  ref: string;
  batch: string;
  handle: string | null;
  providerId: string | null;
  channel: MessageChannel;
  to: string;
  /** When it was handed over, ms. */
  submittedAt: number;
};

/** One provider's word about one text, from a report or a look-up. `by`: how the text is named in it. */
export type ProviderWord = { by: { ref: string } | { providerId: string } } & (
  | { kind: 'accepted'; providerId: string }
  | { kind: 'delivered'; at: number; providerId?: string }
  | { kind: 'failed'; at: number; code: string; reason: string; providerId?: string }
  /** The provider has never heard of it: it was not sent, and may be. Only a look-up says so. */
  | { kind: 'absent' }
);

/** A text that somebody sent to a number of ours (MO-11). */
export type InboundText = {
  providerId: string;
  to: string;
  from: string;
  subject: string | null;
  text: string;
  at: number;
};

/** A request to our report address, as it came. */
export type ReportRequest = {
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
};

/**
 * `look-up`: the provider signs nothing, or said too little: ask it. `refused`: not the provider's; `malformed`: nobody
 * can read it. `numbers`: people who told the provider to be texted no more.
 */
export type ReportVerdict =
  | {
      kind: 'words';
      words: readonly ProviderWord[];
      inbound: readonly InboundText[];
      optOuts: readonly { digits: string; at: number }[];
    }
  | { kind: 'look-up'; by: readonly ({ ref: string } | { providerId: string })[] }
  | { kind: 'refused'; reason: string }
  | { kind: 'malformed'; reason: string };

export type ProviderCapabilities = {
  channels: readonly MessageChannel[];
  /** Most texts of one `send`. */
  batch: number;
  /**
   * The longest that one `send` takes, ms; its requests are given up by then. A hand-over whose process died is asked
   * for only when this time is over and no late request can reach the provider any more. Absent: 30 s.
   */
  sendWithinMs?: number;
  /** How often a settled fate is asked for when no report comes, ms. */
  pollMs: number;
  /** How long after hand-over a report may still come, ms. */
  reportWithinMs: number;
  /** Reports come by webhook; polling is then the safety net. */
  reports: boolean;
  inbound: boolean;
};

/**
 * A company that hands texts to carriers and Kakao. Nothing of it throws: what goes wrong is a verdict. Its own
 * fall-back from Alimtalk to SMS is always off: ours alone decides, so that there is never one of each.
 */
export type MessageProvider = {
  readonly name: ProviderName;
  readonly capabilities: ProviderCapabilities;
  /** First step with providers that open a group before they take texts; sends nothing. Null: it cannot be had now. */
  prepare?(batch: string): Promise<{ handle: string } | { kind: 'later'; afterMs: number; reason: string }>;
  /** One verdict for each text, in any order; a text without one counts as `unknown`. */
  send(batch: OutgoingBatch): Promise<readonly SendVerdict[]>;
  /** What it knows; a question without an answer stays open. */
  lookup(questions: readonly LookupQuestion[]): Promise<readonly ProviderWord[]>;
  parseReport(request: ReportRequest): ReportVerdict;
};
