import {
  HEALTH_FORGOTTEN_AFTER_MS,
  HEALTH_STALE_AFTER_MS,
  type PartHealth,
} from '../../contracts/api/health.ts';
import type { PartView, ReadinessView } from '../../contracts/api/readiness.ts';
import type { ReportedPart } from '../../db/repositories/part-health.ts';

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

const toPartView = (
  part: PartHealth,
  source: { role: string; instance: string; stale: boolean },
): PartView => ({
  role: source.role,
  instance: source.instance,
  part: part.part,
  ok: part.ok && !source.stale,
  stale: source.stale,
  lastSuccessAt: iso(part.lastSuccessAt),
  lastErrorAt: iso(part.lastErrorAt),
  lastError: part.lastError ?? null,
});

/**
 * Merges what this process knows with what the other roles wrote. Ready means that every part works; a role that has
 * fallen silent counts as down, also while another instance works: on a node of its own nobody replaces it. So an
 * `instance` must be a name that survives a restart (the node's, a number), never a pid.
 */
export function mergeReadiness(own: readonly PartHealth[], reported: readonly ReportedPart[]): ReadinessView {
  const parts = [
    ...own.map((part) => toPartView(part, { role: 'api', instance: 'this', stale: false })),
    ...reported
      .filter((part) => part.ageMs <= HEALTH_FORGOTTEN_AFTER_MS)
      .map((part) => toPartView(part, { ...part, stale: part.ageMs > HEALTH_STALE_AFTER_MS })),
  ];
  return { ready: parts.every((part) => part.ok), parts };
}
