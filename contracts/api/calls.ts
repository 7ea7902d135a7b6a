import { z } from 'zod';
import { OUTCOMES } from '../call/outcome.ts';
import { CallId } from '../ids.ts';

/**
 * Call records as the api shows them (CTI-01, CTI-09). What is not known is `null`, never absent, so that JSON and XML
 * have the same fields in every answer. Instants are ISO 8601 in UTC.
 */
const instant = z.string().meta({ format: 'date-time', example: '2026-09-21T14:13:20.000Z' });
const masked = z.string().meta({ example: '070****5678', description: 'Middle digits are hidden' });
const results = Object.keys(OUTCOMES) as [keyof typeof OUTCOMES];

export const CallView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    node: z.string(),
    direction: z.enum(['inbound', 'outbound']),
    state: z.enum(['starting', 'active', 'ended']),
    calledMasked: masked,
    callerMasked: masked,
    arrivedAt: instant,
    answeredAt: instant.nullable(),
    endedAt: instant.nullable(),
    result: z.enum(results).nullable(),
    reason: z.string().nullable(),
    scenario: z.string().nullable().meta({ description: 'Hash of the scenario version that the call keeps' }),
    parentCall: z.string().nullable(),
  })
  .meta({ id: 'Call' });
export type CallView = z.infer<typeof CallView>;

export const CallListView = z
  .strictObject({
    calls: z.array(CallView),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Give it as `cursor` for the next page; null on the last' }),
  })
  .meta({ id: 'CallList' });
export type CallListView = z.infer<typeof CallListView>;

export const StepView = z
  .strictObject({
    seq: z.number().int(),
    block: z.string(),
    blockType: z.string(),
    verb: z.number().int().nullable(),
    verbKind: z.string().nullable(),
    prompts: z.array(z.string()),
    digits: z.string().nullable().meta({ description: 'What was pressed; `***` where it is secret' }),
    outcome: z.string().nullable(),
    enteredAt: instant,
    leftAt: instant.nullable(),
  })
  .meta({ id: 'CallStep' });
export type StepView = z.infer<typeof StepView>;

export const DialAttemptView = z
  .strictObject({
    leg: z.string(),
    verb: z.number().int(),
    targetKind: z.enum(['phone', 'extension']),
    targetMasked: masked,
    node: z.string(),
    state: z.enum(['planned', 'sent', 'answered', 'ended', 'unknown']),
    cause: z.string().nullable(),
    plannedAt: instant,
    sentAt: instant.nullable(),
    answeredAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'DialAttempt' });
export type DialAttemptView = z.infer<typeof DialAttemptView>;

export const CallDetailView = z
  .strictObject({ ...CallView.shape, steps: z.array(StepView), dialAttempts: z.array(DialAttemptView) })
  .meta({ id: 'CallDetail' });
export type CallDetailView = z.infer<typeof CallDetailView>;

/** People write `070-1234-5678`; records hold digits. */
const phoneNumber = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^\+?[0-9]{1,20}$/, 'write a phone number as digits, + in front if international'));

const moment = z.iso
  .datetime({ offset: true, error: 'write an instant as 2026-09-21T23:00:00+09:00' })
  .transform((text) => Date.parse(text));

/** Query of `GET /api/v1/calls`; everything arrives as text. An unknown or repeated parameter is refused. */
export const CallListQuery = z.strictObject({
  caller: phoneNumber.optional(),
  called: phoneNumber.optional(),
  from: moment.optional(),
  to: moment.optional(),
  result: z.enum(results).optional(),
  state: z.enum(['starting', 'active', 'ended']).optional(),
  cursor: z.string().max(120).optional(),
  limit: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/, 'a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.number().max(200))
    .default(50),
});
export type CallListQuery = z.infer<typeof CallListQuery>;

export const CallParams = z.strictObject({ id: z.string().toLowerCase().pipe(CallId) });
