import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { OPT_OUT_SCOPES, OPT_OUT_SOURCES } from '../../contracts/api/opt-outs.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { maskNumber } from '../../contracts/masking.ts';
import { query } from '../errors.ts';
import { jsonRows } from '../json-rows.ts';
import { requireSystem, requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

export type OptOutScope = (typeof OPT_OUT_SCOPES)[number];
export type OptOutSource = (typeof OPT_OUT_SOURCES)[number];

/** Somebody who does not want to be texted; `at` in ms. */
export type OptOutRow = {
  digits: string;
  tenant: TenantId;
  scope: OptOutScope;
  source: OptOutSource;
  note: string | null;
  at: number;
};

export type NewOptOut = Omit<OptOutRow, 'at'>;
/** Place of the last row of a page. */
export type WishCursor = { at: number; digits: string };
export type WishPage = { number?: string | undefined; cursor?: WishCursor | undefined; limit: number };

/** A person's changes are recorded in the audit log, with the number masked. */
export type OptOuts = {
  /** Newest first; `number`: digits that it contains. */
  list(actor: Actor, page: WishPage): Promise<{ optOuts: OptOutRow[]; next: WishCursor | null }>;
  /** A wider scope replaces a narrower one, never the other way round. */
  add(actor: Actor, optOut: NewOptOut): Promise<OptOutRow>;
  /** False when there is none. */
  remove(actor: Actor, tenant: TenantId, digits: string): Promise<boolean>;
  /**
   * Numbers that told the provider to be texted no more: no advertising by any company that ever texted them. For our
   * own processes. Returns how many rows are new.
   */
  fromProvider(actor: Actor, numbers: readonly { digits: string; at: number }[]): Promise<number>;
};

type Record = Omit<OptOutRow, 'at'> & { at: Date };

const COLUMNS = ['digits', 'tenant', 'scope', 'source', 'note', 'at'];

/** Table `opt_outs`. */
export function createOptOuts(knex: Knex): OptOuts {
  return {
    async list(actor, page) {
      const select = knex('opt_outs').select<Record[]>(COLUMNS);
      const found = (await query<Record[]>(pageOf(visibleTo(select, actor), knex, 'at', page))).map(toRow);
      const optOuts = found.slice(0, page.limit);
      const last = optOuts.at(-1);
      const more = found.length > page.limit && last !== undefined;
      return { optOuts, next: more ? { at: last.at, digits: last.digits } : null };
    },
    add: (actor, optOut) => query(knex.transaction((trx) => addOptOut(trx, actor, optOut))),
    async remove(actor, tenant, digits) {
      requireTenant(actor, tenant);
      return query(
        knex.transaction(async (trx) => {
          const gone = await trx('opt_outs').where({ tenant, digits }).delete();
          if (gone === 1) await noteWish(trx, actor, tenant, 'opt-out.remove', digits);
          return gone === 1;
        }),
      );
    },
    async fromProvider(actor, numbers) {
      requireSystem(actor);
      if (numbers.length === 0) return 0;
      const rows = numbers.map(({ digits, at }) => ({ digits, at: new Date(at) }));
      const { rowCount } = await query<{ rowCount: number }>(knex.raw(FROM_PROVIDER, [jsonRows(rows)]));
      return rowCount;
    },
  };
}

const FROM_PROVIDER = `
  insert into opt_outs (tenant, digits, scope, source, at)
  select distinct on (r.tenant, r.digits) r.tenant, r.digits, 'ad', 'provider', x.at
  from jsonb_to_recordset(?::jsonb) as x(digits text, at timestamptz)
  join tenants on true
  join lateral (select tenant, digits from message_recipients
    where message_recipients.tenant = tenants.id and message_recipients.digits = x.digits limit 1) as r on true
  on conflict (tenant, digits) do nothing`;

async function addOptOut(trx: Knex, actor: Actor, optOut: NewOptOut): Promise<OptOutRow> {
  requireTenant(actor, optOut.tenant);
  const { tenant, digits, scope, source, note } = optOut;
  const [record] = await trx('opt_outs')
    .insert({ tenant, digits, scope, source, note })
    .onConflict(['tenant', 'digits'])
    .merge({
      scope: trx.raw("case when opt_outs.scope = 'all' then 'all' else excluded.scope end"),
      note: trx.raw('coalesce(excluded.note, opt_outs.note)'),
    })
    .returning<Record[]>(COLUMNS);
  await noteWish(trx, actor, tenant, 'opt-out.add', digits, { scope });
  return toRow(record ?? { ...optOut, at: new Date() });
}

/** Newest first, one more than the page takes; `time`: the column that the list goes by. */
export function pageOf<Q extends Knex.QueryBuilder>(
  select: Q,
  knex: Knex,
  time: 'at' | 'consented_at',
  { number, cursor, limit }: WishPage,
): Q {
  if (number !== undefined) select.where('digits', 'like', `%${number}%`);
  if (cursor !== undefined)
    select.where(knex.raw(`(${time}, digits) < (?, ?)`, [new Date(cursor.at), cursor.digits]));
  select.orderBy([
    { column: time, order: 'desc' },
    { column: 'digits', order: 'desc' },
  ]);
  select.limit(limit + 1);
  return select;
}

/** Records a change of somebody's wish: his number is masked, for the log cannot be cleared. */
export const noteWish = (
  trx: Knex,
  actor: Actor,
  tenant: TenantId,
  action: string,
  digits: string,
  detail: { [name: string]: string | number | boolean } = {},
): Promise<void> => recordAudit(trx, actor, { tenant, action, subject: maskNumber(digits), detail });

const toRow = (record: Record): OptOutRow => ({ ...record, at: record.at.getTime() });
