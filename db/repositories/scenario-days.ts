import type { Knex } from 'knex';
import { query } from '../errors.ts';
import type { BlockTally } from './block-tally.ts';
import { OF_SCENARIO } from './of-scenario.ts';

export type Asked = { scenario: string; tenant: string | null };
export type Span = { from: number; to: number };
export type SpanTally = { calls: number; blocks: BlockTally[] };

const DAY_MS = 86_400_000;
/** Calls are over within the hour (`CALL_LIMITS.callMs`), and their steps written soon after. */
const SETTLED_MS = 2 * 3_600_000;
/** Steps that the database was away for come late: nothing is remembered for longer. */
const REMEMBERED_MS = 10 * 60_000;
const MOST_REMEMBERED = 200;
const AT_ONCE = 2;

/**
 * Tallies of a period, day by day (UTC), so that no statement comes near its time limit however busy the line; days that
 * are over are remembered for ten minutes. A month of 100,000 calls with 800,000 steps in one statement took 1.05 s of
 * processor, and more with each month that the table holds; a day takes 0.07 s whatever it holds (2 s for a first look
 * at the month), and a second look the days at its two ends. `now`: ms.
 */
export function createScenarioDays(
  knex: Knex,
  now: () => number = Date.now,
): (asked: Asked, period: Span) => Promise<SpanTally[]> {
  const remembered = new Map<string, { at: number; tally: SpanTally }>();

  async function tallied(asked: Asked, span: Span): Promise<SpanTally> {
    const key = `${asked.tenant}/${asked.scenario}/${span.from}/${span.to}`;
    const known = remembered.get(key);
    if (known !== undefined && now() - known.at < REMEMBERED_MS) return known.tally;
    remembered.delete(key);
    const tally = await read(knex, asked, span);
    if (span.to - span.from === DAY_MS && span.to + SETTLED_MS < now()) {
      remembered.set(key, { at: now(), tally });
      const [oldest] = remembered.keys();
      if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    }
    return tally;
  }

  return async (asked, period) => {
    const days = daysOf(period);
    const tallies: SpanTally[] = [];
    while (days.length > 0) {
      const some = days.splice(0, AT_ONCE);
      tallies.push(...(await Promise.all(some.map((day) => tallied(asked, day)))));
    }
    return tallies;
  };
}

function daysOf({ from, to }: Span): Span[] {
  const days: Span[] = [];
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / DAY_MS) + 1) * DAY_MS);
    days.push({ from: at, to: next });
    at = next;
  }
  return days;
}

async function read(knex: Knex, { scenario, tenant }: Asked, { from, to }: Span): Promise<SpanTally> {
  const [begun, over] = [new Date(from - SETTLED_MS), new Date(to + SETTLED_MS)];
  const bindings = { scenario, tenant, from: new Date(from), to: new Date(to), begun, over };
  const { rows } = await query<{ rows: Row[] }>(knex.raw(TALLY, bindings));
  const { calls = 0, blocks = null } = rows[0] ?? {};
  return { calls, blocks: blocks ?? [] };
}

type Row = { calls: number; blocks: BlockTally[] | null };

/** Tenths of a second up to ten of them, seconds up to 100, then tens: a talk of minutes is not told to the second. */
const ROUNDED = `case when ms < 10000 then round(ms / 100) * 100
  when ms < 100000 then round(ms / 1000) * 1000 else round(ms / 10000) * 10000 end`;

/**
 * A caller who hangs up leaves the innermost block and those that called it by \`hungUp\`: only the innermost one lost him.
 * Who hangs up after a talk has lost nothing. What comes after a \`toScenario\` is in another scenario's blocks. The bounds
 * by \`entered_at\` say nothing new about the steps: they are the way into the table.
 */
const TALLY = `
  with versions as (${OF_SCENARIO}),
  taken as materialized (
    select calls.call, calls.result, calls.reason
    from calls join versions on calls.tenant = versions.tenant and calls.scenario_hash = versions.hash
    where calls.arrived_at >= :from and calls.arrived_at < :to
      and calls.tenant = (select tenant from versions limit 1)
  ),
  ends as (
    select call,
      max(seq) filter (where outcome = 'hungUp') as hung_up_in,
      min(seq) filter (where block_type = 'toScenario' and outcome = 'found') as went_over_in
    from call_steps join taken using (call)
    where (outcome = 'hungUp' or block_type = 'toScenario') and entered_at >= :begun and entered_at < :over
    group by call
  ),
  visited as materialized (
    select call, hung_up_in, went_over_in, result is not distinct from 'server' as ours, reason = 'connected' as talked
    from taken left join ends using (call)
  ),
  timed as (
    select step.block, step.outcome, date_part('epoch', step.left_at - step.entered_at) * 1000 as ms,
      coalesce(step.seq = hung_up_in, false) and not ours
        and not (step.block_type in ('connect', 'transfer') and talked) as dropped
    from visited join call_steps as step using (call)
    where step.entered_at >= :begun and step.entered_at < :over
      and step.block_type <> 'engine' and step.seq <= coalesce(went_over_in, step.seq)
  ),
  tally as materialized (
    select block, outcome, (${ROUNDED})::int as ms, dropped, count(*)::int as times from timed group by 1, 2, 3, 4
  ),
  counted as (
    select block, sum(times)::int as entered, coalesce(sum(times) filter (where dropped), 0)::int as dropped
    from tally group by block
  ),
  stayed as (
    select block, jsonb_object_agg(ms, times) as stays
    from (select block, ms, sum(times)::int as times from tally where ms is not null group by 1, 2) as one
    group by block
  ),
  left_by as (
    select block, jsonb_object_agg(outcome, times) as outcomes
    from (select block, outcome, sum(times)::int as times from tally where outcome is not null group by 1, 2) as one
    group by block
  )
  select (select count(*)::int from taken) as calls,
    (select jsonb_agg(jsonb_build_object('place', block, 'entered', entered, 'dropped', dropped,
       'stays', coalesce(stays, '{}'), 'outcomes', coalesce(outcomes, '{}')))
     from counted left join left_by using (block) left join stayed using (block)) as blocks`;
