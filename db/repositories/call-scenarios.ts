import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { visibleTo } from '../visibility.ts';

/** A version as its author wrote it; readers parse `document` with the scenario schema. */
export type CallScenario = { hash: ScenarioHash; name: string; version: number | null; document: unknown };

export type CallScenarios = {
  /** Names of the versions that the actor may see; the name is in the hash, so it is one, whoever published it. */
  names(actor: Actor, hashes: readonly ScenarioHash[]): Promise<ReadonlyMap<ScenarioHash, string>>;
  /** The version as the company published it. */
  document(actor: Actor, tenant: TenantId, hash: ScenarioHash): Promise<CallScenario | undefined>;
};

/** What screens of calls read of `scenario_versions`, and of `trials` while these are there. */
export function createCallScenarios(knex: Knex): CallScenarios {
  return {
    async names(actor, hashes) {
      if (hashes.length === 0) return new Map();
      const of = (table: 'scenario_versions' | 'trials') =>
        visibleTo(
          knex(table)
            .select<{ hash: ScenarioHash; name: string }[]>('hash', 'name')
            .whereIn('hash', [...new Set(hashes)]),
          actor,
        );
      const rows = (await Promise.all([query(of('scenario_versions')), query(of('trials'))])).flat();
      return new Map(rows.map(({ hash, name }) => [hash, name]));
    },
    async document(actor, tenant, hash) {
      const row = knex('scenario_versions')
        .first<CallScenario>('hash', 'name', 'version', 'document')
        .where({ tenant, hash });
      const tried = knex('trials')
        .first<CallScenario>('hash', 'name', knex.raw('null::int as version'), 'document')
        .where({ tenant, hash });
      return (await query(visibleTo(row, actor))) ?? (await query(visibleTo(tried, actor))) ?? undefined;
    },
  };
}
