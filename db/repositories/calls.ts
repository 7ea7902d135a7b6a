import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { Outcome } from '../../contracts/call/outcome.ts';
import type { CallId, CoreUuid, NodeName, ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { CALL_COLUMNS, type CallDirection, type CallRecord, type CallRow, toCallRow } from './call-row.ts';
import type { CallConditions } from './calls-branches.ts';
import { type CallFilter, type CallPage, type CallTotal, countCalls, listCalls } from './calls-list.ts';

/** What is known when a leg appears; instants in ms. */
export type NewCall = {
  call: CallId;
  tenant: TenantId;
  node: NodeName;
  coreUuid: CoreUuid;
  direction: CallDirection;
  called: string;
  caller: string;
  scenario?: ScenarioHash;
  arrivedAt: number;
  parentCall?: CallId;
};

export type CallEnd = { outcome: Outcome; endedAt: number; answeredAt?: number };

/** `already`: somebody ended it before, and that first outcome stands; `absent`: there is no such row. */
export type CallEnding = { kind: 'ended' } | { kind: 'already'; outcome: Outcome } | { kind: 'absent' };

export type Calls = {
  /** True when this call wrote the row; false when it was there (a repeat, or another worker was first). */
  starting(actor: Actor, row: NewCall): Promise<boolean>;
  /** The workflow runs. False when the row is absent or has ended. */
  activate(actor: Actor, call: CallId): Promise<boolean>;
  end(actor: Actor, call: CallId, end: CallEnd): Promise<CallEnding>;
  activeOnNode(actor: Actor, node: NodeName): Promise<CallRow[]>;
  /** Rows left `starting` for longer than so many ms by Postgres' clock: the sweep's work. */
  startingOlderThan(actor: Actor, ageMs: number): Promise<CallRow[]>;
  /**
   * The reconcile that began at `observedAt` did not see the channel of an active call: counts one miss and returns
   * how many there are in a row (0: not active). The same observation counts once, however often it is written.
   */
  markMissing(actor: Actor, call: CallId, observedAt: number): Promise<number>;
  clearMissing(actor: Actor, call: CallId): Promise<void>;
  list(actor: Actor, filter: CallFilter): Promise<CallPage>;
  /** How many rows a filter has, counted up to a cap. */
  total(actor: Actor, filter: CallConditions): Promise<CallTotal>;
  get(actor: Actor, call: CallId): Promise<CallRow | undefined>;
};

/** Table `calls`: what makes a repeated or reordered write harmless stands in each statement's `where`. */
export function createCalls(knex: Knex): Calls {
  const calls = () => knex<CallRecord>('calls');
  const rows = async (work: PromiseLike<CallRecord[]>): Promise<CallRow[]> =>
    (await query(work)).map(toCallRow);
  const one = async (actor: Actor, call: CallId): Promise<CallRow | undefined> =>
    (await rows(visibleTo(calls().select(CALL_COLUMNS).where('call', call), actor)))[0];

  return {
    starting: (actor, row) => insertCall(knex, actor, row),
    async activate(actor, call) {
      // `active` too, so that a repeat after a lost reply answers the same; the reconcile's counters stay.
      const update = calls().where('call', call).whereNot('state', 'ended');
      const changed = visibleTo(update, actor).update({ state: 'active', ...touched(knex) });
      return (await query(changed)) === 1;
    },
    end: (actor, call, end) => endCall(knex, actor, call, end, one),
    activeOnNode: (actor, node) =>
      rows(visibleTo(calls().select(CALL_COLUMNS).where({ node, state: 'active' }), actor)),
    startingOlderThan: (actor, ageMs) =>
      rows(
        visibleTo(
          calls()
            .select(CALL_COLUMNS)
            .where('state', 'starting')
            .where(knex.raw("created_at < now() - ? * interval '1 millisecond'", [ageMs])),
          actor,
        ),
      ),
    markMissing: (actor, call, observedAt) => markMissing(knex, actor, call, observedAt),
    async clearMissing(actor, call) {
      const update = calls().where('call', call).where('misses', '>', 0);
      await query(visibleTo(update, actor).update({ misses: 0, missing_since: null, ...touched(knex) }));
    },
    list: (actor, filter) => query(listCalls(knex, actor, filter)),
    total: (actor, filter) => query(countCalls(knex, actor, filter)),
    get: one,
  };
}

const touched = (knex: Knex) => ({ updated_at: knex.fn.now() });

async function insertCall(knex: Knex, actor: Actor, row: NewCall): Promise<boolean> {
  requireTenant(actor, row.tenant);
  const inserted = await query(
    knex('calls')
      .insert({
        call: row.call,
        tenant: row.tenant,
        node: row.node,
        core_uuid: row.coreUuid,
        direction: row.direction,
        called: row.called,
        caller: row.caller,
        scenario_hash: row.scenario ?? null,
        state: 'starting',
        arrived_at: new Date(row.arrivedAt),
        parent_call: row.parentCall ?? null,
      })
      .onConflict('call')
      .ignore()
      .returning('call'),
  );
  return inserted.length === 1;
}

async function endCall(
  knex: Knex,
  actor: Actor,
  call: CallId,
  end: CallEnd,
  read: (actor: Actor, call: CallId) => Promise<CallRow | undefined>,
): Promise<CallEnding> {
  const update = knex('calls').where('call', call).whereNot('state', 'ended');
  const changed = await query(
    visibleTo(update, actor).update({
      state: 'ended',
      result: end.outcome.result,
      reason: end.outcome.reason,
      ended_at: new Date(end.endedAt),
      ...(end.answeredAt === undefined ? {} : { answered_at: new Date(end.answeredAt) }),
      misses: 0,
      missing_since: null,
      ...touched(knex),
    }),
  );
  if (changed === 1) return { kind: 'ended' };
  const before = await read(actor, call);
  return before?.outcome ? { kind: 'already', outcome: before.outcome } : { kind: 'absent' };
}

async function markMissing(knex: Knex, actor: Actor, call: CallId, observedAt: number): Promise<number> {
  const seen = new Date(observedAt);
  const update = knex('calls').where({ call, state: 'active' });
  const changed: { misses: number }[] = await query(
    visibleTo(update, actor).update(
      {
        misses: knex.raw('case when missed_at >= ? then misses else misses + 1 end', [seen]),
        missing_since: knex.raw('coalesce(missing_since, ?)', [seen]),
        missed_at: knex.raw('greatest(missed_at, ?)', [seen]),
        ...touched(knex),
      },
      ['misses'],
    ),
  );
  return changed[0]?.misses ?? 0;
}
