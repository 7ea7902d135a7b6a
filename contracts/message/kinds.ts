/**
 * Closed sets of the message subject, without the schema library: the console shows them, the engine acts on them.
 */

/** How a text travels. Alimtalk (알림톡) is Kakao's; the others go over the mobile networks. */
export const MESSAGE_CHANNELS = ['sms', 'lms', 'mms', 'alimtalk'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];
export type TextChannel = Exclude<MessageChannel, 'alimtalk'>;

/** 정보성 or 광고성: what the law (정보통신망법 제50조) makes of a text. */
export const MESSAGE_PURPOSES = ['info', 'ad'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/**
 * A batch: `scheduled` waits for its time, `starting` for its workflow, `active` has sends that are not settled,
 * `done` has an outcome in every row, `cancelled` was called off before its time.
 */
export const MESSAGE_STATES = ['scheduled', 'starting', 'active', 'done', 'cancelled'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * One hand-over of one text to a provider, the ledger's row. `waiting` was never handed over; `submitting` is being
 * handed over or was when a process died: only a look-up tells, nothing sends it again; `accepted` is with the provider;
 * `unknown` ended without a report.
 */
export const SEND_STATES = [
  'waiting',
  'submitting',
  'accepted',
  'delivered',
  'failed',
  'unknown',
  'cancelled',
] as const;
export type SendState = (typeof SEND_STATES)[number];
/** What became of one recipient: that of his last send; `excluded` was never sent anything, and says why. */
export const RECIPIENT_OUTCOMES = [
  'pending',
  'delivered',
  'failed',
  'unknown',
  'excluded',
  'cancelled',
] as const;
export type RecipientOutcome = (typeof RECIPIENT_OUTCOMES)[number];

/** Why a recipient is left out before anything is sent. */
export const EXCLUSIONS = ['not-a-number', 'not-mobile', 'duplicate', 'opted-out', 'no-consent'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Providers that ship; `outbox` keeps texts in the database and shows them, it sends nothing. */
export const PROVIDER_NAMES = ['outbox', 'solapi', 'nhn', 'webhook'] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** Add-ons that are charged (CTI-12, CTI-17). */
export const USAGE_KINDS = ['sms', 'lms', 'mms', 'alimtalk', 'lettering', 'tts', 'stt', 'storage'] as const;
export type UsageKind = (typeof USAGE_KINDS)[number];

/** Who wanted a message: a person at the console, a program, a call's scenario, another workflow. */
export const MESSAGE_ORIGINS = ['console', 'api', 'call', 'workflow'] as const;
export type MessageOrigin = (typeof MESSAGE_ORIGINS)[number];

/** Sender numbers (발신번호 사전등록): only `verified` ones are used. */
export const SENDER_STATES = ['requested', 'verified', 'rejected'] as const;
export type SenderState = (typeof SENDER_STATES)[number];

/** Kakao's review of an Alimtalk template. */
export const ALIMTALK_STATES = ['pending', 'inspecting', 'approved', 'rejected'] as const;
export type AlimtalkState = (typeof ALIMTALK_STATES)[number];

/** 레터링 at the carrier (CTI-15, A23). */
export const LETTERING_STATES = ['requested', 'active', 'rejected', 'ended'] as const;
export type LetteringState = (typeof LETTERING_STATES)[number];
