import type { Knex } from 'knex';
import type { Actor, SystemRole } from '../../contracts/api/actor.ts';
import type { PartHealth } from '../../contracts/api/health.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';

/** A part as a role last reported it, and how long ago that was by Postgres' clock. */
export type ReportedPart = PartHealth & {
  role: SystemRole;
  instance: string;
  version?: string | null;
  ageMs: number;
};

export type PartHealthTable = {
  /** Writes what a role's registry says now. `instance` tells workers of one role apart, e.g. the node's name. */
  report(
    actor: Actor,
    source: { role: SystemRole; instance: string; version?: string },
    parts: readonly PartHealth[],
  ): Promise<void>;
  all(actor: Actor): Promise<ReportedPart[]>;
  /** Drops what has not been reported for so many ms, e.g. nodes that were taken out of the configuration. */
  forgetOlderThan(actor: Actor, ageMs: number): Promise<void>;
};

type Row = {
  role: SystemRole;
  instance: string;
  part: string;
  ok: boolean;
  last_success_at: Date | null;
  last_error_at: Date | null;
  last_error: string | null;
  version: string | null;
  age_ms: number;
};

const date = (ms: number | undefined): Date | null => (ms === undefined ? null : new Date(ms));

/** Table `part_health`. */
export function createPartHealth(knex: Knex): PartHealthTable {
  return {
    async report(actor, source, parts) {
      requireSystem(actor);
      if (parts.length === 0) return;
      const rows = parts.map((part) => ({
        role: source.role,
        instance: source.instance,
        part: part.part,
        ok: part.ok,
        last_success_at: date(part.lastSuccessAt),
        last_error_at: date(part.lastErrorAt),
        last_error: part.lastError ?? null,
        version: source.version ?? null,
        reported_at: knex.fn.now(),
      }));
      await query(knex('part_health').insert(rows).onConflict(['role', 'instance', 'part']).merge());
    },
    async all(actor) {
      requireSystem(actor);
      const age = knex.raw('(extract(epoch from now() - reported_at) * 1000)::float8 as age_ms');
      const rows: Row[] = await query(
        knex('part_health').select('part_health.*', age).orderBy(['role', 'instance', 'part']),
      );
      return rows.map(toReport);
    },
    async forgetOlderThan(actor, ageMs) {
      requireSystem(actor);
      const old = knex.raw("reported_at < now() - ? * interval '1 millisecond'", [ageMs]);
      await query(knex('part_health').where(old).delete());
    },
  };
}

function toReport(row: Row): ReportedPart {
  return {
    role: row.role,
    instance: row.instance,
    part: row.part,
    ok: row.ok,
    version: row.version,
    ...(row.last_success_at === null ? {} : { lastSuccessAt: row.last_success_at.getTime() }),
    ...(row.last_error_at === null ? {} : { lastErrorAt: row.last_error_at.getTime() }),
    ...(row.last_error === null ? {} : { lastError: row.last_error }),
    ageMs: Math.max(0, Math.round(row.age_ms)),
  };
}
