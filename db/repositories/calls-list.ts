import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { CallResult } from '../../contracts/call/outcome.ts';
import type { CallId, TenantId } from '../../contracts/ids.ts';
import { visibleTo } from '../visibility.ts';
import { CALL_COLUMNS, type CallRecord, type CallRow, type CallState, toCallRow } from './call-row.ts';

/** Place of the last row of a page in the order of the list. */
export type CallCursor = { arrivedAt: number; call: CallId };

/** All given conditions must hold. Instants in ms, `from` inclusive, `to` exclusive; numbers match whole. */
export type CallFilter = {
  tenant?: TenantId | undefined;
  caller?: string | undefined;
  called?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
  result?: CallResult | undefined;
  state?: CallState | undefined;
  cursor?: CallCursor | undefined;
  /** Rows per page. */
  limit: number;
};

export type CallPage = { calls: CallRow[]; next: CallCursor | null };

/**
 * Newest first, by arrival and then by id. Pages go by key and not by offset: rows that arrive meanwhile neither
 * repeat nor hide others, and page 1,000 costs what page 1 costs.
 */
export async function listCalls(knex: Knex, actor: Actor, filter: CallFilter): Promise<CallPage> {
  const select = knex<CallRecord>('calls')
    .select(CALL_COLUMNS)
    .orderBy([
      { column: 'arrived_at', order: 'desc' },
      { column: 'call', order: 'desc' },
    ])
    // One more than asked for tells whether there is a next page.
    .limit(filter.limit + 1);
  visibleTo(select, actor);
  for (const column of ['tenant', 'caller', 'called', 'result', 'state'] as const) {
    const wanted = filter[column];
    if (wanted !== undefined) select.where(column, wanted);
  }
  if (filter.from !== undefined) select.where('arrived_at', '>=', new Date(filter.from));
  if (filter.to !== undefined) select.where('arrived_at', '<', new Date(filter.to));
  if (filter.cursor !== undefined)
    select.where(
      knex.raw('(arrived_at, call) < (?, ?::uuid)', [new Date(filter.cursor.arrivedAt), filter.cursor.call]),
    );
  const found = (await select).map(toCallRow);
  const calls = found.slice(0, filter.limit);
  const last = calls.at(-1);
  const more = found.length > filter.limit && last !== undefined;
  return { calls, next: more ? { arrivedAt: last.arrivedAt, call: last.call } : null };
}
