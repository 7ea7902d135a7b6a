import type { TrunkNodeView, TrunkView } from '../../contracts/api/trunks.ts';
import type { ReportedTrunk } from '../../db/repositories/trunk-status.ts';
import type { Trunk } from '../../db/repositories/trunks.ts';
import { trunkAdvice } from './trunk-advice.ts';

/** A look is due every 10 s; three missed ones make it old. */
const STALE_AFTER_MS = 30_000;
/** What a switch no longer mentions for a day was taken out of the configuration. */
const FORGOTTEN_AFTER_MS = 86_400_000;

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const toNodeView = ({
  trunk: _trunk,
  ageMs,
  reportedAt,
  upSince,
  ...told
}: ReportedTrunk): TrunkNodeView => ({
  ...told,
  upSince: iso(upSince),
  reportedAt: new Date(reportedAt).toISOString(),
  stale: ageMs > STALE_AFTER_MS,
});

/** What a trunk is on all switches together; an old word counts as none. */
function stateOf(nodes: readonly TrunkNodeView[]): TrunkView['state'] {
  const states = nodes.map(({ state, stale }) => (stale ? 'unknown' : state));
  if (states.length === 0) return 'unknown';
  if (states.every((state) => state === 'up')) return 'up';
  if (states.includes('up')) return 'degraded';
  return states.find((state) => state === 'down') ?? states.find((state) => state === 'missing') ?? 'unknown';
}

/** A trunk as the api shows it, with what each switch says of it. */
export function toTrunkView(trunk: Trunk, reported: readonly ReportedTrunk[]): TrunkView {
  const { updatedAt, ...plain } = trunk;
  const nodes = reported
    .filter((one) => one.trunk === trunk.name && one.ageMs < FORGOTTEN_AFTER_MS)
    .map(toNodeView);
  const state = stateOf(nodes);
  return {
    ...plain,
    state,
    advice: trunkAdvice({ enabled: trunk.enabled, state }, nodes),
    nodes,
    updatedAt: new Date(updatedAt).toISOString(),
  };
}
