import { z } from 'zod';
import { USAGE_KINDS } from '../message/kinds.ts';
import { Moment, RowId } from './instants.ts';

const Day = z.iso.date('write a day as 2026-09-21');

/** What a company used, by day (Seoul) and kind (CTI-17). `won`: null where no price was valid. */
export const UsageView = z
  .strictObject({
    days: z.array(
      z.strictObject({
        day: z.string(),
        tenant: z.string(),
        kind: z.enum(USAGE_KINDS),
        quantity: z.number(),
        won: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'Usage' });
export type UsageView = z.infer<typeof UsageView>;
export const UsageQuery = z.strictObject({ from: Moment, to: Moment });

/** Price of one piece, in force from a day on until the next price of its kind begins or `until`. */
export const PriceView = z
  .strictObject({
    id: z.string(),
    tenant: z.string().nullable().meta({ description: 'Null: for every company without a price of its own' }),
    kind: z.enum(USAGE_KINDS),
    won: z.number(),
    from: Day,
    until: Day.nullable(),
  })
  .meta({ id: 'Price' });
export type PriceView = z.infer<typeof PriceView>;
export const PriceListView = z.strictObject({ prices: z.array(PriceView) }).meta({ id: 'PriceList' });
export type PriceListView = z.infer<typeof PriceListView>;
export const PriceDraft = z
  .strictObject({
    tenant: RowId.nullable(),
    kind: z.enum(USAGE_KINDS),
    won: z.number().min(0).max(1_000_000),
    from: Day,
  })
  .meta({ id: 'PriceDraft' });
export type PriceDraft = z.infer<typeof PriceDraft>;
export const PriceParams = z.strictObject({ id: RowId });
