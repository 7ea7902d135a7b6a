import type { Knex } from 'knex';
import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import type { CallId } from '../../contracts/ids.ts';
import { CALL_COLUMNS, type CallRecord, type CallRow, toCallRow } from './call-row.ts';
import { type Branch, branchesOf, type CallConditions } from './calls-branches.ts';
import { joinParts, type SqlPart, sqlPart } from './sql-part.ts';

/** Place of the last row of a page in the order of the list. */
export type CallCursor = { arrivedAt: number; call: CallId };

/** All given conditions must hold. */
export type CallFilter = CallConditions & {
  cursor?: CallCursor | undefined;
  /** Rows per page. */
  limit: number;
};

export type CallPage = { calls: CallRow[]; next: CallCursor | null };

/** How many rows a filter has, counted up to the cap. */
export type CallTotal = { count: number; capped: boolean };
export const TOTAL_CAP = 10_000;

/**
 * Newest first, by arrival and then by id. Pages go by key and not by offset: rows that arrive meanwhile neither
 * repeat nor hide others, and page 1,000 costs what page 1 costs.
 */
export async function listCalls(knex: Knex, actor: Actor, filter: CallFilter): Promise<CallPage> {
  const branches = await branchesOf(knex, tenantOf(actor), filter);
  if (branches.length === 0) return { calls: [], next: null };
  const { sql, values } = pageSql(branches, filter);
  const { rows }: { rows: CallRecord[] } = await knex.raw(sql, [...values]);
  const found = rows.map(toCallRow);
  const calls = found.slice(0, filter.limit);
  const last = calls.at(-1);
  const more = found.length > filter.limit && last !== undefined;
  return { calls, next: more ? { arrivedAt: last.arrivedAt, call: last.call } : null };
}

/** Counts what the filter lets through, at most `TOTAL_CAP`. */
export async function countCalls(knex: Knex, actor: Actor, filter: CallConditions): Promise<CallTotal> {
  const branches = await branchesOf(knex, tenantOf(actor), filter);
  if (branches.length === 0) return { count: 0, capped: false };
  const { sql, values } = totalSql(branches);
  const { rows }: { rows: { count: number }[] } = await knex.raw(sql, [...values]);
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, TOTAL_CAP), capped: count > TOTAL_CAP };
}

const ORDER = 'order by arrived_at desc, call desc';

/** The ids of the page from indexes first, then the rows of just these. */
export function pageSql(branches: readonly Branch[], { cursor, limit }: CallFilter): SqlPart {
  const before =
    cursor === undefined
      ? []
      : [sqlPart('(calls.arrived_at, calls.call) < (?, ?::uuid)', new Date(cursor.arrivedAt), cursor.call)];
  // One more than asked for tells whether there is a next page.
  const page = union(branches, (where) =>
    joinParts(
      [
        sqlPart('select calls.call, calls.arrived_at from calls where'),
        joinParts([where, ...before], ' and '),
        sqlPart(`${ORDER} limit ?`, limit + 1),
      ],
      ' ',
    ),
  );
  const columns = CALL_COLUMNS.map((column) => `calls.${column}`).join(', ');
  return joinParts(
    [
      sqlPart(`select ${columns} from (select call from (`),
      page,
      sqlPart(`) as hits ${ORDER} limit ?`, limit + 1),
      sqlPart(') as page join calls using (call) order by calls.arrived_at desc, calls.call desc'),
    ],
    ' ',
  );
}

export function totalSql(branches: readonly Branch[]): SqlPart {
  const cap = TOTAL_CAP + 1;
  const hits = union(branches, (where) =>
    joinParts([sqlPart('select 1 as hit from calls where'), where, sqlPart('limit ?', cap)], ' '),
  );
  return joinParts(
    [
      sqlPart('select count(*)::int as count from (select hit from ('),
      hits,
      sqlPart(') as hits limit ?) as counted', cap),
    ],
    ' ',
  );
}

function union(branches: readonly Branch[], select: (where: SqlPart) => SqlPart): SqlPart {
  const parts = branches.map(({ source, where }) => {
    const inner = joinParts([sqlPart('('), select(where), sqlPart(')')], '');
    if (source === undefined) return inner;
    return joinParts(
      [sqlPart('(select hit.* from'), source, sqlPart('cross join lateral'), inner, sqlPart('as hit)')],
      ' ',
    );
  });
  return joinParts(parts, ' union all ');
}
