import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { cleanJson } from '../json-rows.ts';
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
  /** The scenario whose draft it was; absent for what is published without one. */
  scenario?: string;
  note?: string;
  publishedBy?: string | null;
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

/** A version in the list of its scenario. */
export type VersionOfScenario = Omit<ScenarioListing, 'tenant' | 'name'> & {
  note: string;
  /** Name of whoever published it. */
  publishedBy: string | null;
  live: boolean;
};

export type VersionDocument = { hash: ScenarioHash; version: number; document: unknown };

export type LiveParts = { scenario: string; hash: ScenarioHash; parts: Readonly<Record<string, unknown>> };

export type ScenarioVersions = {
  /** Writes the version once, under the next running number; a company that publishes the same hash again changes nothing. */
  publish(actor: Actor, version: ScenarioVersion): Promise<void>;
  /** By name, the newest version first. */
  list(actor: Actor): Promise<ScenarioListing[]>;
  /** One sub-scenario, whoever of those that the actor sees has published or is trying it; undefined when there is no such version or part. */
  part(actor: Actor, hash: ScenarioHash, partId: string): Promise<unknown>;
  /** The document with the ids of its parts; undefined when there is no such version. */
  entry(actor: Actor, hash: ScenarioHash): Promise<ScenarioEntry | undefined>;
  /** Versions of one scenario, the newest first. */
  ofScenario(actor: Actor, scenario: string): Promise<VersionOfScenario[]>;
  /** One of them, as it was written. */
  document(actor: Actor, scenario: string, hash: ScenarioHash): Promise<VersionDocument | undefined>;
  /** The version that new calls of this scenario get; undefined when it was never published or was removed. */
  live(actor: Actor, tenant: TenantId, scenario: string): Promise<ScenarioHash | undefined>;
  /** The same of several scenarios, with what calls load; none for those that have no such version. */
  liveParts(actor: Actor, tenant: TenantId, scenarios: readonly string[]): Promise<LiveParts[]>;
};

/** Table `scenario_versions`. */
export function createScenarioVersions(knex: Knex): ScenarioVersions {
  return {
    async publish(actor, version) {
      requireTenant(actor, version.tenant);
      await query(knex.transaction((transaction) => writeVersion(transaction, version)));
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
      for (const table of ['scenario_versions', 'trials'] as const) {
        const row = knex(table)
          .first<{ part: unknown }>(knex.raw('parts -> ? as part', [partId]))
          .where('hash', hash);
        const found: { part: unknown } | undefined = await query(visibleTo(row, actor));
        if (found !== undefined) return found.part ?? undefined;
      }
      return undefined;
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
    ofScenario: (actor, scenario) => query(versionsOf(knex, actor, scenario)),
    async document(actor, scenario, hash) {
      const row = knex('scenario_versions')
        .first<VersionDocument>('hash', 'version', 'document')
        .where({ scenario, hash });
      return (await query(visibleTo(row, actor))) ?? undefined;
    },
    async live(actor, tenant, scenario) {
      const row = knex('scenarios').first<{ live_hash: ScenarioHash | null }>('live_hash');
      row.where({ tenant, id: scenario }).whereNull('removed_at');
      return (await query(visibleTo(row, actor)))?.live_hash ?? undefined;
    },
    async liveParts(actor, tenant, scenarios) {
      if (scenarios.length === 0) return [];
      const rows = knex('scenarios as s')
        .join('scenario_versions as live', { 'live.tenant': 's.tenant', 'live.hash': 's.live_hash' })
        .select<LiveParts[]>({ scenario: 's.id' }, 'live.hash', 'live.parts')
        .where('s.tenant', tenant)
        .whereNull('s.removed_at')
        .whereRaw('s.id = any(?::uuid[])', [[...scenarios]]);
      return query<LiveParts[]>(visibleTo(rows, actor, 's.tenant'));
    },
  };
}

async function versionsOf(knex: Knex, actor: Actor, scenario: string): Promise<VersionOfScenario[]> {
  type Row = Omit<VersionOfScenario, 'publishedAt'> & { publishedAt: Date };
  const rows = knex('scenario_versions as t')
    .join('scenarios as s', 's.id', 't.scenario')
    .leftJoin('users as publisher', 'publisher.id', 't.published_by')
    .where('t.scenario', scenario)
    .select<Row[]>('t.hash', 't.version', 't.note', {
      publishedAt: 't.published_at',
      publishedBy: 'publisher.name',
    })
    .select(knex.raw('t.hash is not distinct from s.live_hash as live'))
    .orderBy('t.version', 'desc');
  return (await visibleTo(rows, actor, 't.tenant')).map((row) => ({
    ...row,
    publishedAt: row.publishedAt.getTime(),
  }));
}

/**
 * Writes a version under the next running number, which no other version of its name or of its scenario has: a scenario
 * may have had another name before. What was written once stays as it is.
 */
export async function writeVersion(transaction: Knex.Transaction, version: ScenarioVersion): Promise<void> {
  const { hash, tenant, name, document, parts, scenario = null, note = '', publishedBy = null } = version;
  // Two versions that are published at once get two numbers.
  await transaction.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `scenario:${tenant}:${name}`,
  ]);
  await transaction.raw(
    `insert into scenario_versions (hash, tenant, name, document, parts, scenario, note, published_by, version)
     select ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(version), 0) + 1 from scenario_versions
     where tenant = ? and (name = ? or scenario = ?)
     on conflict (tenant, hash) do nothing`,
    [
      ...[hash, tenant, name, cleanJson(document), JSON.stringify(parts), scenario, note, publishedBy],
      ...[tenant, name, scenario],
    ],
  );
}
