import { z } from 'zod';
import { OUTCOMES } from '../call/outcome.ts';
import { CallId, ScenarioHash } from '../ids.ts';

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
    scenarioName: z.string().nullable(),
    parentCall: z.string().nullable(),
  })
  .meta({ id: 'Call' });
export type CallView = z.infer<typeof CallView>;

export const CallListView = z
  .strictObject({
    calls: z.array(CallView),
    total: z
      .strictObject({ count: z.number().int(), capped: z.boolean() })
      .meta({ description: 'Rows of the filter, counted to 10,000; `capped`: there are more' }),
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
    recording: z
      .string()
      .nullable()
      .meta({ description: 'File of the message that was left: `GET /calls/{id}/recordings/{file}`' }),
    enteredAt: instant,
    leftAt: instant.nullable(),
    durationMs: z.number().int().nullable().meta({ description: 'Time in the block; null while in it' }),
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

const yesOrNo = z.enum(['yes', 'no']).transform((text) => text === 'yes');

/** The international form of a domestic number has no leading zero: both end with what follows it. */
const withoutTrunkZero = (digits: string): string => (/^0[0-9]{8,}$/.test(digits) ? digits.slice(1) : digits);

/** What a search box holds: a call's id, or the last digits of a number in any notation. */
const searched = z
  .string()
  .trim()
  .max(60)
  .transform((text, context) => {
    const call = CallId.safeParse(text.toLowerCase());
    if (call.success) return { call: call.data };
    const digits = text.replace(/[\s().+-]/g, '');
    if (/^[0-9]{4,20}$/.test(digits)) return { ending: withoutTrunkZero(digits) };
    context.addIssue('write the last 4 or more digits of a number, or the id of a call');
    return z.NEVER;
  });

const filters = {
  caller: phoneNumber.optional(),
  called: phoneNumber.optional(),
  from: moment.optional(),
  to: moment.optional(),
  result: z.enum(results).optional(),
  state: z.enum(['starting', 'active', 'ended']).optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  answered: yesOrNo.optional(),
  scenario: ScenarioHash.optional(),
  q: searched.optional(),
};

/** Query of `GET /api/v1/calls`; everything arrives as text. An unknown or repeated parameter is refused. */
export const CallListQuery = z.strictObject({
  ...filters,
  cursor: z.string().max(120).optional(),
  limit: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/, 'a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.number().max(200))
    .default(50),
});
export type CallListQuery = z.infer<typeof CallListQuery>;

/** Query of `GET /api/v1/calls/export`: the list's filters, and as what. */
export const CallExportQuery = z.strictObject({
  ...filters,
  format: z.enum(['csv', 'xlsx']),
  /** Language of the headings. */
  lang: z.enum(['ko', 'en']).default('ko'),
});
export type CallExportQuery = z.infer<typeof CallExportQuery>;

export const CallParams = z.strictObject({ id: z.string().toLowerCase().pipe(CallId) });

/** Why somebody looks at whole numbers; it is recorded. */
export const UnmaskBody = z.strictObject({ reason: z.string().trim().min(5).max(300) });
export const UnmaskView = z
  .strictObject({ caller: z.string(), called: z.string() })
  .meta({ id: 'CallNumbers' });
export type UnmaskView = z.infer<typeof UnmaskView>;

/** A recording's file name: the call's id and what follows it; no folder. */
export const RecordingParams = z.strictObject({
  id: z.string().toLowerCase().pipe(CallId),
  file: z.string().regex(/^[0-9a-f-]{36}-[0-9a-z-]{1,60}\.wav$/),
});
