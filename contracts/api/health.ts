import { z } from 'zod';

/** What one part (Postgres, Temporal, a switch …) last told about itself; instants in ms. */
export const PartHealth = z.strictObject({
  part: z.string().regex(/^[a-z0-9][a-z0-9:_-]{0,60}$/),
  ok: z.boolean(),
  lastSuccessAt: z.number().int().optional(),
  lastErrorAt: z.number().int().optional(),
  /** Why it failed last; kept after a recovery, because that is when people look. */
  lastError: z.string().max(300).optional(),
});
export type PartHealth = z.infer<typeof PartHealth>;

/** One per process: parts report into it, `/readyz` and the health table read from it. */
export type HealthRegistry = {
  report(part: string, ok: boolean, detail?: string): void;
  snapshot(): PartHealth[];
};

/** Roles write their health every 5 s; four missed writes make a part stale. */
export const HEALTH_WRITE_EVERY_MS = 5_000;
export const HEALTH_STALE_AFTER_MS = 20_000;
/** A worker that has been silent for a day was taken out of the configuration. */
export const HEALTH_FORGOTTEN_AFTER_MS = 86_400_000;

/**
 * Makes an empty registry. `now` gives ms since the epoch and is injected so that tests move time by hand. The detail
 * of a failure must hold no number and no secret: it is shown to whoever may read `/readyz`.
 */
export function createHealthRegistry(options: { now: () => number }): HealthRegistry {
  const parts = new Map<string, PartHealth>();
  return {
    report(part, ok, detail) {
      const at = options.now();
      const before = parts.get(part) ?? { part, ok };
      parts.set(
        part,
        ok
          ? { ...before, ok, lastSuccessAt: at }
          : { ...before, ok, lastErrorAt: at, lastError: (detail ?? 'failed').slice(0, 300) },
      );
    },
    snapshot: () => [...parts.values()].toSorted((a, b) => (a.part < b.part ? -1 : 1)),
  };
}
