import type { Knex } from 'knex';
import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import { query } from '../errors.ts';

/** What callers did in one block, `part/block`. */
export type BlockFigures = {
  place: string;
  entered: number;
  dropped: number;
  medianMs: number | null;
  outcomes: Record<string, number>;
};

export type ScenarioFigures = {
  /** Calls that arrived from `from` to before `to`, ms, in any version of the scenario. */
  period(
    actor: Actor,
    scenario: string,
    period: { from: number; to: number },
  ): Promise<{ calls: number; blocks: BlockFigures[] }>;
  /** Callers who are in a block now. */
  occupancy(
    actor: Actor,
    scenario: string,
  ): Promise<{ calls: number; blocks: { place: string; calls: number }[] }>;
};

/** What `call_steps` say about scenarios. */
export function createScenarioFigures(knex: Knex): ScenarioFigures {
  return {
    async period(actor, scenario, { from, to }) {
      const tenant = tenantOf(actor) ?? null;
      const bindings = { scenario, tenant, from: new Date(from), to: new Date(to) };
      const { rows } = await query<{ rows: Row[] }>(knex.raw(PERIOD, bindings));
      const { calls = 0, blocks = null } = rows[0] ?? {};
      return { calls, blocks: blocks ?? [] };
    },
    async occupancy(actor, scenario) {
      const tenant = tenantOf(actor) ?? null;
      const { rows } = await query<{ rows: { place: string; calls: number }[] }>(
        knex.raw(NOW, { scenario, tenant }),
      );
      return { calls: rows.reduce((sum, row) => sum + row.calls, 0), blocks: rows };
    },
  };
}

type Row = { calls: number; blocks: BlockFigures[] | null };

/** The company stands in the statement itself: its index by arrival is the way into the table. */
const OF_SCENARIO = `
  select v.tenant, v.hash from scenario_versions as v
  where v.scenario = :scenario and (:tenant::uuid is null or v.tenant = :tenant::uuid)`;

/**
 * A caller who hangs up leaves the innermost block and those that called it by \`hungUp\`: only the innermost one lost him.
 * Who hangs up after a talk has lost nothing. What comes after a \`toScenario\` is in another scenario's blocks. Visits are
 * tallied by tenths of a second before anything is sorted: a month of a busy line is a million of them.
 */
const PERIOD = `
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
    where outcome = 'hungUp' or block_type = 'toScenario'
    group by call
  ),
  visited as materialized (
    select call, hung_up_in, went_over_in, result is not distinct from 'server' as ours, reason = 'connected' as talked
    from taken left join ends using (call)
  ),
  tally as materialized (
    select step.block, step.outcome,
      (round(date_part('epoch', step.left_at - step.entered_at) * 10) * 100)::int as ms,
      coalesce(step.seq = hung_up_in, false) and not ours
        and not (step.block_type in ('connect', 'transfer') and talked) as dropped,
      count(*) as times
    from visited join call_steps as step using (call)
    where step.block_type <> 'engine' and step.seq <= coalesce(went_over_in, step.seq)
    group by 1, 2, 3, 4
  ),
  counted as (
    select block, sum(times)::int as entered, coalesce(sum(times) filter (where dropped), 0)::int as dropped
    from tally group by block
  ),
  halves as (
    select block, ms, sum(sum(times)) over (partition by block order by ms) as upto,
      sum(sum(times)) over (partition by block) as total
    from tally where ms is not null group by block, ms
  ),
  medians as (select block, min(ms) as ms from halves where upto * 2 >= total group by block),
  left_by as (
    select block, jsonb_object_agg(outcome, times) as outcomes
    from (select block, outcome, sum(times)::int as times from tally where outcome is not null group by 1, 2) as one
    group by block
  )
  select (select count(*)::int from taken) as calls,
    (select jsonb_agg(jsonb_build_object('place', block, 'entered', entered, 'dropped', dropped,
       'medianMs', medians.ms, 'outcomes', coalesce(outcomes, '{}')) order by block)
     from counted left join left_by using (block) left join medians using (block)) as blocks`;

/** The block that a call is in is its newest open step, as on the live screen. */
const NOW = `
  with versions as (${OF_SCENARIO})
  select step.block as place, count(*)::int as calls
  from calls join versions on calls.tenant = versions.tenant and calls.scenario_hash = versions.hash
  join lateral (
    select block, block_type from call_steps
    where call_steps.call = calls.call and left_at is null order by seq desc limit 1
  ) as step on true
  where calls.state = 'active' and step.block_type <> 'engine'
    and not exists (select from call_steps as gone where gone.call = calls.call
      and gone.block_type = 'toScenario' and gone.outcome = 'found')
  group by step.block order by step.block`;
