import type { Knex } from 'knex';
import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { UsageKind } from '../../contracts/message/kinds.ts';
import { query } from '../errors.ts';
import { jsonRows } from '../json-rows.ts';
import { requireSystem } from '../visibility.ts';

/** Something that is charged; `ref` names it, as `message-send/<id>`; `at` in ms. */
export type UsageEvent = { tenant: TenantId; kind: UsageKind; quantity: number; ref: string; at: number };

/** What a company used on a day in Seoul; `won`: null where no price was in force. */
export type UsageDay = {
  day: string;
  tenant: TenantId;
  kind: UsageKind;
  quantity: number;
  won: number | null;
};

export type Usage = {
  /** Writes each event once for its ref; returns how many are new. For our own processes. */
  record(actor: Actor, events: readonly UsageEvent[]): Promise<number>;
  /** `from` ≤ at < `to`, ms; by day, company and kind. A company's own price goes before the general one. */
  list(actor: Actor, period: { from: number; to: number }): Promise<UsageDay[]>;
};

/** Table `usage_events`. */
export function createUsage(knex: Knex): Usage {
  return {
    async record(actor, events) {
      requireSystem(actor);
      return query(insertUsage(knex, events));
    },
    async list(actor, { from, to }) {
      const tenant = tenantOf(actor) ?? null;
      const values = [new Date(from), new Date(to), tenant, tenant];
      const { rows } = await query<{ rows: UsageRecord[] }>(knex.raw(BY_DAY, values));
      return rows.map((row) => ({
        ...row,
        quantity: Number(row.quantity),
        won: row.won === null ? null : Number(row.won),
      }));
    },
  };
}

/** Writes events once for their refs, in the transaction of what is charged; returns how many are new. */
export async function insertUsage(knex: Knex, events: readonly UsageEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const rows = events.map(({ at, ...event }) => ({ ...event, at: new Date(at) }));
  const { rowCount } = (await knex.raw(INSERT, [jsonRows(rows)])) as { rowCount: number };
  return rowCount;
}

const INSERT = `
  insert into usage_events (id, tenant, kind, quantity, ref, at)
  select gen_random_uuid(), tenant, kind, quantity, ref, at
  from jsonb_to_recordset(?::jsonb) as x(tenant uuid, kind text, quantity numeric, ref text, at timestamptz)
  on conflict (ref) do nothing`;

type UsageRecord = Omit<UsageDay, 'quantity' | 'won'> & { quantity: string; won: string | null };

/** Seoul's days; a sum with one piece that has no price is no sum. */
const BY_DAY = `
  with days as (
    select (at at time zone 'Asia/Seoul')::date as day, tenant, kind, sum(quantity) as quantity
    from usage_events
    where at >= ? and at < ? and (?::uuid is null or tenant = ?)
    group by 1, 2, 3
  )
  select to_char(day, 'YYYY-MM-DD') as day, tenant, kind, quantity, quantity * (
    select won from prices
    where prices.kind = days.kind and valid_from <= day and (prices.tenant = days.tenant or prices.tenant is null)
    order by prices.tenant is null, valid_from desc limit 1) as won
  from days order by days.day, tenant, kind`;
