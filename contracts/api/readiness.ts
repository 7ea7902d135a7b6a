import { z } from 'zod';

/** One part as `/readyz` shows it. */
export const PartView = z
  .strictObject({
    role: z.string(),
    instance: z.string(),
    part: z.string(),
    ok: z.boolean(),
    stale: z.boolean().meta({ description: 'Its role has not reported for 20 s' }),
    lastSuccessAt: z.string().nullable(),
    lastErrorAt: z.string().nullable(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'Part' });
export type PartView = z.infer<typeof PartView>;

export const ReadinessView = z
  .strictObject({ ready: z.boolean(), parts: z.array(PartView) })
  .meta({ id: 'Readiness' });
export type ReadinessView = z.infer<typeof ReadinessView>;

export const AliveView = z.strictObject({ alive: z.literal(true) }).meta({ id: 'Alive' });
