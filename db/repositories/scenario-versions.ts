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

/** One published version by its running number: per company and name, in the order of publication. */
export type ScenarioListing = {
  hash: ScenarioHash;
  tenant: TenantId;
  name: string;
  version: number;
  publishedAt: number;
};

export type ScenarioVersions = {
  /** Writes the version once, under the next running number; a company that publishes the same hash again changes nothing. */
  publish(actor: Actor, version: ScenarioVersion): Promise<void>;
  /** By name, the newest version first. */
  list(actor: Actor): Promise<ScenarioListing[]>;
  /** One sub-scenario, whoever of those that the actor sees has published it; undefined when there is no such version or part. */
  part(actor: Actor, hash: ScenarioHash, partId: string): Promise<unknown>;
  /** The document with the ids of its parts; undefined when there is no such version. */
  entry(actor: Actor, hash: ScenarioHash): Promise<ScenarioEntry | undefined>;
};

/** Table `scenario_versions`. */
export function createScenarioVersions(knex: Knex): ScenarioVersions {
  return {
    async publish(actor, version) {
      requireTenant(actor, version.tenant);
      await query(knex.transaction((transaction) => publish(transaction, version)));
    },
    async list(actor) {
      const rows = knex('scenario_versions')
        .select<(Omit<ScenarioListing, 'publishedAt'> & { published_at: Date })[]>(
          'hash',
          'tenant',
          'name',
          'version',
          'published_at',
        )
        .orderBy(['name', 'tenant', { column: 'version', order: 'desc' }]);
      return (await query(visibleTo(rows, actor))).map(({ published_at, ...row }) => ({
        ...row,
        publishedAt: published_at.getTime(),
      }));
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

async function publish(transaction: Knex.Transaction, version: ScenarioVersion): Promise<void> {
  const { hash, tenant, name, document, parts } = version;
  // Two versions that are published at once get two numbers.
  await transaction.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `scenario:${tenant}:${name}`,
  ]);
  await transaction.raw(
    `insert into scenario_versions (hash, tenant, name, document, parts, version)
     select ?, ?, ?, ?, ?, coalesce(max(version), 0) + 1 from scenario_versions where tenant = ? and name = ?
     on conflict (tenant, hash) do nothing`,
    [hash, tenant, name, JSON.stringify(document), JSON.stringify(parts), tenant, name],
  );
}
