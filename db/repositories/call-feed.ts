import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { CallId, ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { visibleTo } from '../visibility.ts';
import type { CallDirection } from './call-row.ts';

/** Postgres channel on which changes of live calls are announced, each with the call's id. */
export const CALLS_CHANGED = 'calls_changed';

/** A call that runs, with the block that it is in; instants in ms, numbers whole. */
export type LiveCallRow = {
  call: CallId;
  tenant: TenantId;
  direction: CallDirection;
  called: string;
  caller: string;
  scenario: ScenarioHash | null;
  scenarioName: string | null;
  arrivedAt: number;
  answeredAt: number | null;
  block: string | null;
  blockType: string | null;
  blockSince: number | null;
};

export type CallFeed = {
  /** All calls that run, or those of the given ones that still do. One query. */
  live(actor: Actor, calls: 'all' | readonly CallId[]): Promise<LiveCallRow[]>;
};

/**
 * The block that a call is in is its newest open step: with sub-scenarios several are open, the newest is innermost.
 * `answered_at` is written when a call ends; until then the block that answered tells.
 */
const NEWEST_OPEN = `left join lateral (
    select block, block_type, entered_at from call_steps
    where call_steps.call = calls.call and left_at is null order by seq desc limit 1
  ) as step on true`;
const ANSWERED = `left join lateral (
    select left_at from call_steps
    where call_steps.call = calls.call and block_type = 'answer' and left_at is not null order by seq limit 1
  ) as answer on true`;

type Row = Omit<LiveCallRow, 'arrivedAt' | 'answeredAt' | 'blockSince'> & {
  arrivedAt: Date;
  answeredAt: Date | null;
  blockSince: Date | null;
};

/** What live screens read of `calls` and `call_steps`. */
export function createCallFeed(knex: Knex): CallFeed {
  return {
    async live(actor, calls) {
      const select = knex('calls')
        .select('calls.call', 'calls.tenant', 'direction', 'called', 'caller', {
          scenario: 'calls.scenario_hash',
          scenarioName: 'scenario_versions.name',
          arrivedAt: 'arrived_at',
          answeredAt: knex.raw('coalesce(calls.answered_at, answer.left_at)'),
          block: 'step.block',
          blockType: 'step.block_type',
          blockSince: 'step.entered_at',
        })
        .leftJoin('scenario_versions', {
          'scenario_versions.tenant': 'calls.tenant',
          'scenario_versions.hash': 'calls.scenario_hash',
        })
        .joinRaw(NEWEST_OPEN)
        .joinRaw(ANSWERED)
        // A literal, so that the planner sees that the index of live calls covers it.
        .whereRaw("calls.state = 'active'");
      if (calls !== 'all') select.whereRaw('calls.call = any(?::uuid[])', [[...calls]]);
      const rows: Row[] = await query(visibleTo(select, actor, 'calls.tenant'));
      return rows.map(toLiveCall);
    },
  };
}

const toLiveCall = (row: Row): LiveCallRow => ({
  ...row,
  arrivedAt: row.arrivedAt.getTime(),
  answeredAt: row.answeredAt?.getTime() ?? null,
  blockSince: row.blockSince?.getTime() ?? null,
});
