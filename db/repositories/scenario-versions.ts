import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';

/**
 * A published version. jsonb does not keep the order of keys or blanks, so the hash must be taken over a canonical
 * form, never over the text that comes back. Readers parse `document` and parts with the scenario schema.
 */
export type ScenarioVersion = {
  hash: ScenarioHash;
  tenant: TenantId;
  name: string;
  document: unknown;
  parts: Readonly<Record<string, unknown>>;
};

export type ScenarioEntry = {
  hash: ScenarioHash;
  tenant: TenantId;
  name: string;
  document: unknown;
  partIds: string[];
};

export type ScenarioVersions = {
  /** Writes the version once; publishing the same hash again changes nothing. */
  publish(actor: Actor, version: ScenarioVersion): Promise<void>;
  /** One sub-scenario; undefined when there is no such version or part. */
  part(actor: Actor, hash: ScenarioHash, partId: string): Promise<unknown>;
  /** The document with the ids of its parts; undefined when there is no such version. */
  entry(actor: Actor, hash: ScenarioHash): Promise<ScenarioEntry | undefined>;
};

/** Table `scenario_versions`. */
export function createScenarioVersions(knex: Knex): ScenarioVersions {
  return {
    async publish(actor, version) {
      requireTenant(actor, version.tenant);
      await query(
        knex('scenario_versions')
          .insert({
            hash: version.hash,
            tenant: version.tenant,
            name: version.name,
            document: JSON.stringify(version.document),
            parts: JSON.stringify(version.parts),
          })
          .onConflict('hash')
          .ignore(),
      );
    },
    async part(actor, hash, partId) {
      const row = knex('scenario_versions')
        .first<{ part: unknown }>(knex.raw('parts -> ? as part', [partId]))
        .where('hash', hash);
      return (await query(visibleTo(row, actor)))?.part ?? undefined;
    },
    async entry(actor, hash) {
      const row = knex('scenario_versions')
        .first<ScenarioEntry>(
          'hash',
          'tenant',
          'name',
          'document',
          knex.raw('array(select jsonb_object_keys(parts)) as "partIds"'),
        )
        .where('hash', hash);
      return (await query(visibleTo(row, actor))) ?? undefined;
    },
  };
}
