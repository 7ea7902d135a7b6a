import { z } from 'zod';
import { ProviderId } from '../shared/provider-id.ts';

/** What a gateway answers and tells; documented for its builders in docs/messages.md. */
const Ref = ProviderId;
const Words = z.string().max(2_000).default('');
/** An instant as ISO 8601 with an offset. */
const At = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .optional();

export const Sent = z.object({
  results: z.array(
    z.discriminatedUnion('status', [
      z.object({ ref: Ref, status: z.literal('accepted'), id: Ref.optional() }),
      z.object({ ref: Ref, status: z.literal('refused'), code: Words, reason: Words }),
      z.object({
        ref: Ref,
        status: z.literal('later'),
        afterMs: z.number().min(0).optional(),
        reason: Words,
      }),
    ]),
  ),
});
export type Sent = z.infer<typeof Sent>;

const Told = z.discriminatedUnion('status', [
  z.object({ ref: Ref, status: z.literal('accepted'), id: Ref.optional() }),
  z.object({ ref: Ref, status: z.literal('delivered'), id: Ref.optional(), at: At }),
  z.object({ ref: Ref, status: z.literal('failed'), id: Ref.optional(), at: At, code: Words, reason: Words }),
]);
export type Told = z.infer<typeof Told>;

export const Looked = z.object({
  results: z.array(z.union([Told, z.object({ ref: Ref, status: z.literal('absent') })])),
});

/** Postgres stores neither NUL nor half a character. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

const Digits = z.string().regex(/^\d{3,20}$/);

export const Report = z.object({
  reports: z.array(Told).max(10_000).default([]),
  inbound: z
    .array(
      z.object({
        id: Ref,
        to: Digits,
        from: Digits,
        subject: z.string().max(200).transform(storable).nullish(),
        text: z.string().max(10_000).transform(storable),
        at: At,
      }),
    )
    .max(1_000)
    .default([]),
  optOuts: z
    .array(z.object({ number: Digits, at: At }))
    .max(10_000)
    .default([]),
});

const Problem = z.object({ code: z.string(), reason: Words });

/** A gateway's own words for a request that it refuses whole. */
export function errorWords(body: unknown): { code: string; reason: string } | undefined {
  return Problem.safeParse(body).data;
}
