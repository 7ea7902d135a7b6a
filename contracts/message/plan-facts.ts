import type {
  AlimtalkState,
  Exclusion,
  MessageChannel,
  MessagePurpose,
  SenderState,
  TextChannel,
} from './kinds.ts';

/**
 * What `planMessage` is told about a company before it decides; read in one go, so that the plan itself is a pure
 * function that a preview and the acceptance share.
 */
export type PlanFacts = {
  /** Every sender number of the company, verified or not: the reason of a refusal depends on it. */
  senders: readonly SenderFact[];
  /**
   * MO-35, MO-36: a person who only has his own texts (role `agent`) sends from a number that is assigned to him; all
   * others from any of the company's, the main one unless told.
   */
  senderRule: 'company' | 'own';
  settings: {
    /** A14: 15xx, 16xx, 18xx as a sender. */
    allowRepresentative: boolean;
    /** Stands behind (광고). */
    adSenderName: string | null;
    /** 080 number of 무료수신거부. */
    optOutNumber: string | null;
  };
  /** The living template that the request names; null when it names none, or one that is not there. */
  template: TemplateFact | null;
  /** The image that the request names; null as with templates. */
  image: ImageFact | null;
  /** By canonical digits (`recipientKeys`); numbers without a row are absent. */
  optOuts: ReadonlyMap<string, 'ad' | 'all'>;
  /** Consents that are not withdrawn, by canonical digits. */
  consents: ReadonlyMap<string, { night: boolean }>;
  /** Won for one piece today; absent where no price is in force. */
  prices: Readonly<Partial<Record<MessageChannel, number>>>;
  /** What the provider of this installation can carry. */
  channels: readonly MessageChannel[];
};

export type SenderFact = {
  digits: string;
  state: SenderState;
  main: boolean;
  /** Assigned to the person who sends. */
  own: boolean;
};

export type TemplateFact = {
  id: string;
  kind: 'text' | 'alimtalk';
  purpose: MessagePurpose;
  subject: string | null;
  body: string;
  smsBody: string | null;
  alimtalkChannel: string | null;
  alimtalkCode: string | null;
  alimtalkState: AlimtalkState | null;
};

export type ImageFact = { id: string; size: number; width: number; height: number };

/** Why nothing can be sent as it was asked for. Words for people are the console's; `message` says what to do. */
export const PLAN_PROBLEMS = [
  'content-missing',
  'content-doubled',
  'template-missing',
  'template-invalid',
  'template-not-approved',
  'template-is-alimtalk',
  'template-purpose',
  'alimtalk-needs-template',
  'alimtalk-not-for-ads',
  'alimtalk-too-long',
  'channel-not-offered',
  'image-missing',
  'image-needed',
  'image-not-taken',
  'sender-missing',
  'sender-unknown',
  'sender-not-verified',
  'sender-not-own',
  'sender-representative',
  'sender-not-allowed',
  'ad-name-missing',
  'opt-out-number-missing',
  'variable-missing',
  'text-not-rendered',
  'text-empty',
  'text-too-long',
  'text-unsupported',
  'subject-too-long',
  'subject-unsupported',
  'fallback-too-long',
  'fallback-unsupported',
  'due-too-far',
  'nobody-left',
] as const;
export type PlanProblemCode = (typeof PLAN_PROBLEMS)[number];

/** What the sender should know and may ignore. */
export const PLAN_WARNINGS = [
  'characters-replaced',
  'old-phones',
  'image-not-recommended',
  'night-deferred',
  'due-passed',
  'zero-restored',
] as const;
export type PlanWarningCode = (typeof PLAN_WARNINGS)[number];

/**
 * `field`: of the request; `row`: of its recipients, from 1; both null when it is about the whole. `detail`: what exactly,
 * in no language (a variable, characters with their places), to stand beside the console's own words.
 */
export type PlanRemark<Code extends string> = {
  code: Code;
  message: string;
  field: string | null;
  row: number | null;
  detail?: string;
};
export type PlanProblem = PlanRemark<PlanProblemCode>;
export type PlanWarning = PlanRemark<PlanWarningCode>;

/** One recipient in the order of the request; excluded ones too. */
export type PlannedRecipient = {
  /** From 1. */
  row: number;
  /** Canonical digits, `01012345678`; what was typed when it is no number. */
  digits: string;
  /** For people: `010-1234-5678`. */
  display: string;
  name: string;
  exclusion: Exclusion | null;
  channel: MessageChannel;
  /** Exactly what is sent; empty when excluded. */
  text: string;
  /** CP949 bytes; of an Alimtalk too, for the column, although Kakao counts characters. */
  bytes: number;
  /** The one SMS after a failed Alimtalk (CTI-14); null without. */
  fallback: { text: string; channel: Extract<TextChannel, 'sms' | 'lms'>; bytes: number } | null;
  /** Values that the text was made with; an Alimtalk's go to the provider. */
  variables: Readonly<Record<string, string>>;
  /** ms; later than asked for when the night forbids advertising. */
  dueAt: number;
  /** Advertising may reach him between 21:00 and 08:00. */
  night: boolean;
  /** Excel's lost zero was put back. */
  restored: boolean;
  /** What keeps this row from being sent; null in every plan that is carried out. */
  problem: PlanProblem | null;
};

export type PlanCounts = {
  valid: number;
  notANumber: number;
  notMobile: number;
  duplicate: number;
  optedOut: number;
  noConsent: number;
};

export type MessagePlan = {
  purpose: MessagePurpose;
  /** Of the heaviest text: one long name makes one LMS among SMS. */
  channel: MessageChannel;
  sender: string;
  subject: string | null;
  /** As written, before the values. */
  body: string;
  template: string | null;
  image: string | null;
  fallback: boolean;
  recipients: readonly PlannedRecipient[];
  counts: PlanCounts;
  channels: Readonly<Record<MessageChannel, number>>;
  longestBytes: number;
  /** The earliest of the recipients'. */
  dueAt: number;
  estimate: number | null;
  estimateAtMost: number | null;
};

/** `draft`: as far as it could be planned, for the preview; nothing of it may be sent. */
export type PlanResult =
  | { ok: true; plan: MessagePlan; warnings: readonly PlanWarning[] }
  | { ok: false; problems: readonly PlanProblem[]; warnings: readonly PlanWarning[]; draft: MessagePlan };
