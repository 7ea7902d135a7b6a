import { z } from 'zod';
import { ALIMTALK_STATES, MESSAGE_PURPOSES } from '../message/kinds.ts';
import { FreeText } from './free-text.ts';
import { Instant, Line, RowId } from './instants.ts';

export const TEMPLATE_KINDS = ['text', 'alimtalk'] as const;

/** A text to fill in. `text`: Handlebars under the allow-list; `alimtalk`: Kakao's, with `#{변수}`. */
export const TemplateView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    name: z.string(),
    kind: z.enum(TEMPLATE_KINDS),
    purpose: z.enum(MESSAGE_PURPOSES),
    subject: z.string().nullable(),
    body: z.string(),
    variables: z.array(z.string()),
    /** What is sent as SMS after a failed Alimtalk; null: the same words. */
    smsBody: z.string().nullable(),
    alimtalkChannel: z.string().nullable(),
    alimtalkCode: z.string().nullable(),
    alimtalkState: z.enum(ALIMTALK_STATES).nullable(),
    reviewNote: z.string().nullable(),
    usedBy: z.number().int().meta({ description: 'Messages made of it' }),
    updatedAt: Instant,
  })
  .meta({ id: 'MessageTemplate' });
export type TemplateView = z.infer<typeof TemplateView>;
export const TemplateListView = z
  .strictObject({ templates: z.array(TemplateView) })
  .meta({ id: 'MessageTemplateList' });
export type TemplateListView = z.infer<typeof TemplateListView>;

export const TemplateDraft = z
  .strictObject({
    name: Line(60),
    kind: z.enum(TEMPLATE_KINDS),
    purpose: z.enum(MESSAGE_PURPOSES),
    subject: Line(40).nullable(),
    body: FreeText(2_000).min(1),
    smsBody: FreeText(2_000).min(1).nullable(),
    alimtalkChannel: Line(80).nullable(),
    alimtalkCode: Line(80).nullable(),
  })
  .meta({ id: 'MessageTemplateDraft' });
export type TemplateDraft = z.infer<typeof TemplateDraft>;
export const TemplateParams = z.strictObject({ id: RowId });

/** Kakao's word, as the reviewer entered it. Changing the body of an approved template sets it back to `pending`. */
export const TemplateReview = z
  .strictObject({ state: z.enum(ALIMTALK_STATES), note: FreeText(300).nullable() })
  .meta({ id: 'MessageTemplateReview' });

export const TemplatePreviewOrder = z
  .strictObject({
    kind: z.enum(TEMPLATE_KINDS),
    purpose: z.enum(MESSAGE_PURPOSES),
    body: z.string().max(4_000),
    variables: z.record(z.string(), z.string().max(500)),
  })
  .meta({ id: 'MessageTemplatePreviewOrder' });
export type TemplatePreviewOrder = z.infer<typeof TemplatePreviewOrder>;
export const TemplatePreview = z
  .strictObject({
    variables: z.array(z.string()),
    text: z.string().nullable(),
    bytes: z.number().int().nullable(),
    problems: z.array(
      z.strictObject({ code: z.string(), message: z.string(), at: z.number().int().nullable() }),
    ),
  })
  .meta({ id: 'MessageTemplatePreview' });
export type TemplatePreview = z.infer<typeof TemplatePreview>;
