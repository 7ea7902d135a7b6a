import type { ScenarioSummary, ScenarioView } from '../../contracts/api/scenarios.ts';
import type { LiveVersion, ScenarioHead, ScenarioRow } from '../../db/repositories/scenario-row.ts';
import { iso } from '../http/iso.ts';

export const toPublished = (live: LiveVersion | null): ScenarioSummary['published'] =>
  live === null ? null : { ...live, publishedAt: iso(live.publishedAt) };

/** A scenario as its list shows it. */
export const toSummary = (row: ScenarioHead): ScenarioSummary => ({
  id: row.id,
  tenant: row.tenant,
  name: row.name,
  revision: row.revision,
  changed: row.changed,
  published: toPublished(row.live),
  numbers: row.numbers,
  blocks: row.blocks,
  updatedAt: iso(row.updatedAt),
  updatedBy: row.updatedBy,
});

export const toScenarioView = (row: ScenarioRow): ScenarioView => ({
  ...toSummary(row),
  document: row.document,
  layout: row.layout,
});
