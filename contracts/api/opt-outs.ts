import { z } from 'zod';
import { FreeText } from './free-text.ts';
import { Instant, Line, PageLimit, RowId } from './instants.ts';

/** `ad`: no advertising; `all`: no text at all. */
export const OPT_OUT_SCOPES = ['ad', 'all'] as const;
export const OPT_OUT_SOURCES = ['person', '080', 'provider', 'import'] as const;

/** Somebody who does not want to be texted. The number is whole: taking it back needs it. */
export const OptOutView = z
  .strictObject({
    digits: z.string(),
    tenant: z.string(),
    scope: z.enum(OPT_OUT_SCOPES),
    source: z.enum(OPT_OUT_SOURCES),
    note: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'OptOut' });
export type OptOutView = z.infer<typeof OptOutView>;
export const OptOutListQuery = z.strictObject({
  number: z
    .string()
    .regex(/^[0-9]{3,20}$/, '-빼고 입력해주세요')
    .optional(),
  cursor: z.string().max(120).optional(),
  limit: PageLimit,
});
export const OptOutListView = z
  .strictObject({ optOuts: z.array(OptOutView), next: z.string().nullable() })
  .meta({ id: 'OptOutList' });
export type OptOutListView = z.infer<typeof OptOutListView>;
export const OptOutDraft = z
  .strictObject({
    number: FreeText(40),
    scope: z.enum(OPT_OUT_SCOPES),
    note: FreeText(200).nullable(),
  })
  .meta({ id: 'OptOutDraft' });
export const DigitsParams = z.strictObject({ digits: z.string().regex(/^[0-9]{3,20}$/) });
/** Several companies may know one number: a platform administrator says which he means, without it his own. */
export const OfCompanyQuery = z.strictObject({ tenant: RowId.optional() });

/** 광고 수신동의. `night`: also between 21:00 and 08:00. */
export const ConsentView = z
  .strictObject({
    digits: z.string(),
    tenant: z.string(),
    night: z.boolean(),
    source: z.string(),
    consentedAt: Instant,
    withdrawnAt: Instant.nullable(),
  })
  .meta({ id: 'AdConsent' });
export type ConsentView = z.infer<typeof ConsentView>;
export const ConsentListView = z
  .strictObject({ consents: z.array(ConsentView), next: z.string().nullable() })
  .meta({ id: 'AdConsentList' });
export type ConsentListView = z.infer<typeof ConsentListView>;
/** Up to 10,000 at once; where and when they consented is the sender's to prove. */
export const ConsentDraft = z
  .strictObject({
    numbers: z.array(FreeText(40)).min(1).max(10_000),
    night: z.boolean(),
    source: Line(200),
  })
  .meta({ id: 'AdConsentDraft' });
export const ConsentAnswer = z
  .strictObject({ taken: z.number().int(), refused: z.array(z.string()) })
  .meta({ id: 'AdConsentAnswer' });
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;
