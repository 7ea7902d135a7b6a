import { z } from 'zod';
import { FreeText } from '../api/free-text.ts';
import { RowId } from '../api/instants.ts';
import { MESSAGE_CHANNELS, MESSAGE_PURPOSES } from './kinds.ts';

/** Values of a template's variables for one recipient; names as written between the braces. */
export const MessageVariables = z
  .record(FreeText(40).min(1), FreeText(500))
  .refine((values) => Object.keys(values).length <= 40, 'at most 40 variables');
export type MessageVariables = z.infer<typeof MessageVariables>;

/** Whom to text, as typed or read from a file; what is wrong with the number is told per row, nothing is dropped. */
export const RecipientInput = z.strictObject({
  number: FreeText(60),
  name: FreeText(80).default(''),
  variables: MessageVariables.default({}),
  /** Text a number that is no mobile (070, some landlines) all the same. */
  override: z.boolean().default(false),
});
export type RecipientInput = z.infer<typeof RecipientInput>;

/**
 * What somebody wants sent: one text to up to 10,000 people. The same `key` of a company is the same message, however
 * often it is asked for.
 */
export const MessageRequest = z.strictObject({
  key: FreeText(160).min(8),
  purpose: z.enum(MESSAGE_PURPOSES).default('info'),
  /** Absent: SMS, or LMS when the text is longer (A12), MMS with an image. */
  channel: z.enum(MESSAGE_CHANNELS).optional(),
  /** Digits of a verified sender; absent: the company's main number. */
  sender: FreeText(20).optional(),
  subject: FreeText(60).optional(),
  /** A Handlebars text under the allow-list, or absent with a template. */
  text: FreeText(4_000).optional(),
  template: RowId.optional(),
  image: RowId.optional(),
  recipients: z.array(RecipientInput).min(1).max(10_000),
  /** When to send, ms; absent: now. */
  dueAt: z.number().int().optional(),
  /** After a failed Alimtalk: one SMS (CTI-14). */
  fallback: z.boolean().default(true),
});
export type MessageRequest = z.infer<typeof MessageRequest>;
export type MessageRequestInput = z.input<typeof MessageRequest>;
