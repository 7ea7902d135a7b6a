import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import type { SeenCall } from '../site/call-log.ts';

export type Verdict = {
  readonly calls: number;
  readonly failed: number;
  /** How often which mistake was found. */
  readonly mistakes: Record<string, number>;
};

type Row = {
  call: string;
  state: string;
  result: string | null;
  reason: string | null;
  digits: string | null;
};

const LOOK_AGAIN_MS = 250;
const LAST_RECORD_WITHIN_MS = 10_000;

/**
 * Holds what the engine recorded against what the switch saw: every call ended as `success/completed` with `keys` (as
 * the caller's hang-up where he has no last key), and exactly the keys that the switch took, none lost or doubled.
 */
export async function checkCalls(
  database: Database,
  seen: readonly SeenCall[],
  keys?: string,
): Promise<Verdict> {
  const rows = await finalRows(
    database,
    seen.map(({ uuid }) => uuid),
  );
  const mistakes: Record<string, number> = {};
  let failed = 0;
  for (const call of seen) {
    const mistake = mistakeOf(call, rows.get(call.uuid), keys);
    if (mistake === undefined) continue;
    failed += 1;
    mistakes[mistake] = (mistakes[mistake] ?? 0) + 1;
  }
  return { calls: seen.length, failed, mistakes };
}

/** Exported for its test. Returns what is wrong with a call, or undefined. */
export function mistakeOf(
  call: SeenCall,
  row: Omit<Row, 'call'> | undefined,
  keys?: string,
): string | undefined {
  if (row === undefined) return 'no record';
  if (row.state !== 'ended') return 'not ended';
  if ((row.digits ?? '') !== call.digits) return `keys ${call.digits} became ${row.digits ?? 'none'}`;
  if (keys !== undefined && call.digits !== keys)
    return `the switch took ${call.digits || 'no key'} of ${keys}`;
  const expected = keys === undefined ? 'client/caller-hung-up' : 'success/completed';
  if (`${row.result}/${row.reason}` !== expected) return `outcome ${row.result}/${row.reason}`;
  return undefined;
}

async function finalRows(database: Database, calls: readonly string[]): Promise<Map<string, Row>> {
  const deadline = performance.now() + LAST_RECORD_WITHIN_MS;
  for (;;) {
    const rows = await readRows(database, calls);
    const over = rows.filter(({ state }) => state === 'ended').length;
    if (over === calls.length || performance.now() > deadline)
      return new Map(rows.map((row) => [row.call, row]));
    await wait(LOOK_AGAIN_MS);
  }
}

async function readRows({ knex }: Database, calls: readonly string[]): Promise<Row[]> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select c.call, c.state, c.result, c.reason, string_agg(s.digits, '' order by s.seq) as digits
     from calls c left join call_steps s on s.call = c.call
     where c.call = any(?::uuid[]) group by c.call`,
    [[...calls]],
  );
  return rows;
}
