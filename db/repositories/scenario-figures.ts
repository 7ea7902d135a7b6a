import type { Knex } from 'knex';
import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import { query } from '../errors.ts';
import { type BlockFigures, figuresOf } from './block-tally.ts';
import { OF_SCENARIO } from './of-scenario.ts';
import { createScenarioDays } from './scenario-days.ts';

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
  const daysOf = createScenarioDays(knex);
  return {
    async period(actor, scenario, period) {
      const tallies = await daysOf({ scenario, tenant: tenantOf(actor) ?? null }, period);
      return {
        calls: tallies.reduce((sum, { calls }) => sum + calls, 0),
        blocks: figuresOf(tallies.flatMap(({ blocks }) => blocks)),
      };
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
