import { z } from 'zod';
import {
  EXCLUSIONS,
  MESSAGE_CHANNELS,
  MESSAGE_ORIGINS,
  MESSAGE_PURPOSES,
  MESSAGE_STATES,
  RECIPIENT_OUTCOMES,
} from '../message/kinds.ts';
import { MessageRequest } from '../message/request.ts';
import { Instant, Line, Moment, PageLimit, RowId } from './instants.ts';

/** A problem of what is about to be sent; `row` counts from 1 where it is about one recipient. */
export const MessageProblem = z
  .strictObject({
    code: z.string(),
    message: z.string(),
    field: z.string().nullable(),
    row: z.number().int().nullable(),
    detail: z
      .string()
      .optional()
      .meta({ description: 'What exactly, in no language: a variable, characters with their places' }),
  })
  .meta({ id: 'MessageProblem' });
export type MessageProblem = z.infer<typeof MessageProblem>;

/** What the console and programs send; `dueAt` is an instant with its offset. The key comes from the page, once. */
export const MessageOrder = z
  .strictObject({ ...MessageRequest.omit({ dueAt: true }).shape, dueAt: Moment.optional() })
  .meta({ id: 'MessageOrder' });
export type MessageOrder = z.infer<typeof MessageOrder>;
export type MessageOrderInput = z.input<typeof MessageOrder>;

/** Recipients by what would become of them. */
export const RecipientCounts = z
  .strictObject({
    valid: z.number().int(),
    notANumber: z.number().int(),
    notMobile: z.number().int(),
    duplicate: z.number().int(),
    optedOut: z.number().int(),
    noConsent: z.number().int(),
  })
  .meta({ id: 'RecipientCounts' });
export type RecipientCounts = z.infer<typeof RecipientCounts>;

export const PreviewRow = z
  .strictObject({
    row: z.number().int(),
    number: z.string().meta({ description: 'As it would be dialled and shown, e.g. 010-1234-5678' }),
    name: z.string(),
    exclusion: z.enum(EXCLUSIONS).nullable(),
    channel: z.enum(MESSAGE_CHANNELS).nullable(),
    bytes: z.number().int().nullable(),
    text: z.string().nullable(),
    problem: z.string().nullable(),
  })
  .meta({ id: 'MessagePreviewRow' });
export type PreviewRow = z.infer<typeof PreviewRow>;

/** What would be sent, without sending it: counts, sizes, cost, the first rows as the phones would show them. */
export const MessagePreview = z
  .strictObject({
    problems: z.array(MessageProblem),
    warnings: z.array(MessageProblem),
    counts: RecipientCounts,
    /** How many of the valid ones go as what. */
    channels: z.strictObject({
      sms: z.number().int(),
      lms: z.number().int(),
      mms: z.number().int(),
      alimtalk: z.number().int(),
    }),
    /** Won, by today's prices; null when a price is missing. */
    estimate: z.number().nullable(),
    /** With Alimtalk: if every one of them failed and became an SMS. */
    estimateAtMost: z.number().nullable(),
    /** When it would go: later than asked for where the night forbids advertising. */
    dueAt: Instant.nullable(),
    rows: z.array(PreviewRow).meta({ description: 'The first 100, and every one with a problem up to 200' }),
  })
  .meta({ id: 'MessagePreview' });
export type MessagePreview = z.infer<typeof MessagePreview>;

export const MessageCounts = z
  .strictObject({
    total: z.number().int(),
    pending: z.number().int(),
    delivered: z.number().int(),
    failed: z.number().int(),
    unknown: z.number().int(),
    excluded: z.number().int(),
    cancelled: z.number().int(),
  })
  .meta({ id: 'MessageCounts' });
export type MessageCounts = z.infer<typeof MessageCounts>;

/** A line of the sent list (MO-28). `recipient`: the first one, masked, "외 n명" is the reader's to say. */
export const MessageView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    recipient: z.string(),
    channel: z.enum(MESSAGE_CHANNELS),
    purpose: z.enum(MESSAGE_PURPOSES),
    state: z.enum(MESSAGE_STATES),
    sender: z.string(),
    excerpt: z.string(),
    origin: z.enum(MESSAGE_ORIGINS),
    createdBy: z.string().meta({ description: 'Name of the person, or what sent it' }),
    counts: MessageCounts,
    /** Delivered of those that have an outcome, percent; null before the first outcome. */
    successRate: z.number().nullable(),
    createdAt: Instant,
    dueAt: Instant,
    sentAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Message' });
export type MessageView = z.infer<typeof MessageView>;

/** MO-27: by date of sending and by number, digits only. */
export const MessageListQuery = z.strictObject({
  from: Moment.optional(),
  to: Moment.optional(),
  number: z
    .string()
    .regex(/^[0-9]{3,20}$/, '-빼고 입력해주세요')
    .optional(),
  state: z.enum(MESSAGE_STATES).optional(),
  channel: z.enum(MESSAGE_CHANNELS).optional(),
  cursor: z.string().max(120).optional(),
  limit: PageLimit,
});
export const MessageListView = z
  .strictObject({
    messages: z.array(MessageView),
    total: z.strictObject({ count: z.number().int(), capped: z.boolean() }),
    next: z.string().nullable(),
  })
  .meta({ id: 'MessageList' });
export type MessageListView = z.infer<typeof MessageListView>;

/** MO-29. */
export const MessageDetailView = z
  .strictObject({
    ...MessageView.shape,
    subject: z.string().nullable(),
    text: z.string().meta({ description: 'As written, before the values of a recipient' }),
    bytes: z.number().int().meta({ description: 'Of the longest text that was made of it' }),
    image: z.string().nullable(),
    template: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    fallback: z.boolean(),
    round: z.number().int().meta({ description: 'Send it back with a resend' }),
    provider: z.string(),
  })
  .meta({ id: 'MessageDetail' });
export type MessageDetailView = z.infer<typeof MessageDetailView>;

/** One hand-over of a recipient's text. */
export const SendView = z
  .strictObject({
    round: z.number().int(),
    channel: z.enum(MESSAGE_CHANNELS),
    state: z.string(),
    code: z.string().nullable(),
    reason: z.string().nullable(),
    acceptedAt: Instant.nullable(),
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'MessageSend' });
export type SendView = z.infer<typeof SendView>;

export const RecipientView = z
  .strictObject({
    id: z.string(),
    position: z.number().int(),
    number: z.string().meta({ description: 'Masked' }),
    name: z.string(),
    text: z.string(),
    outcome: z.enum(RECIPIENT_OUTCOMES),
    exclusion: z.enum(EXCLUSIONS).nullable(),
    sends: z.array(SendView),
  })
  .meta({ id: 'MessageRecipient' });
export type RecipientView = z.infer<typeof RecipientView>;

export const RecipientListQuery = z.strictObject({
  outcome: z.enum(RECIPIENT_OUTCOMES).optional(),
  /** Position of the last row seen. */
  after: z
    .string()
    .regex(/^[0-9]{1,6}$/)
    .transform(Number)
    .optional(),
  limit: PageLimit,
});
export const RecipientListView = z
  .strictObject({ recipients: z.array(RecipientView), next: z.string().nullable() })
  .meta({ id: 'MessageRecipientList' });
export type RecipientListView = z.infer<typeof RecipientListView>;

export const MessageParams = z.strictObject({ id: RowId });

/** MO-30: the failed ones of this round only; a second click names the same round and sends nothing (T14). */
export const ResendOrder = z.strictObject({ round: z.number().int().min(1) }).meta({ id: 'ResendOrder' });
export const ResendAnswer = z
  .strictObject({ round: z.number().int(), resent: z.number().int() })
  .meta({ id: 'ResendAnswer' });
export type ResendAnswer = z.infer<typeof ResendAnswer>;

/** A JPEG that was taken in for MMS; `warnings`: e.g. not 320×240. */
export const ImageView = z
  .strictObject({
    id: z.string(),
    size: z.number().int(),
    width: z.number().int(),
    height: z.number().int(),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'MessageImage' });
export type ImageView = z.infer<typeof ImageView>;

/** Language of the empty sheet to fill in. */
export const RecipientFormQuery = z.strictObject({ lang: z.enum(['ko', 'en']).default('ko') });

/** Rows of an uploaded sheet (MO-34); nothing is sent by it. */
export const RecipientSheetView = z
  .strictObject({
    columns: z.array(z.string()).meta({ description: 'Names of the first line; further ones are variables' }),
    rows: z.array(
      z.strictObject({
        row: z.number().int().meta({ description: 'Line in the file' }),
        number: z.string(),
        name: z.string(),
        variables: z.record(z.string(), z.string()),
        /** E.g. the leading zero that Excel dropped was put back. */
        changed: z.string().nullable(),
        exclusion: z.enum(EXCLUSIONS).nullable(),
      }),
    ),
    counts: RecipientCounts,
  })
  .meta({ id: 'RecipientSheet' });
export type RecipientSheetView = z.infer<typeof RecipientSheetView>;

/** What this installation can send, for the compose page. */
export const MessageSettingView = z
  .strictObject({
    provider: z.string(),
    delivers: z.boolean().meta({ description: 'False: the outbox keeps texts and sends nothing' }),
    channels: z.array(z.enum(MESSAGE_CHANNELS)),
    allowRepresentative: z.boolean(),
    adSenderName: z.string().nullable(),
    optOutNumber: z.string().nullable(),
    reportAddress: z.string().nullable(),
  })
  .meta({ id: 'MessageSetting' });
export type MessageSettingView = z.infer<typeof MessageSettingView>;

export const MessageSettingChange = z
  .strictObject({
    allowRepresentative: z.boolean().optional(),
    adSenderName: Line(20).nullable().optional(),
    optOutNumber: z
      .string()
      .regex(/^080[0-9]{7,8}$/, '080으로 시작하는 무료수신거부 번호를 입력하십시오')
      .nullable()
      .optional(),
  })
  .meta({ id: 'MessageSettingChange' });
export type MessageSettingChange = z.infer<typeof MessageSettingChange>;
