import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { DialDigits, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireSystem, requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

export type TrunkTestState = 'planned' | 'ringing' | 'answered' | 'ended';

/** A call that somebody placed to try a trunk; `target` is whole: mask before showing. Instants in ms. */
export type TrunkTest = {
  id: string;
  tenant: TenantId;
  trunk: string;
  target: DialDigits;
  callerNumber: DialDigits;
  state: TrunkTestState;
  /** How it ended, in FreeSWITCH's words. */
  cause: string | null;
  createdAt: number;
  ringingAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
};

export type NewTrunkTest = Pick<TrunkTest, 'id' | 'tenant' | 'trunk' | 'target' | 'callerNumber'>;

export type TrunkTests = {
  /**
   * Writes the plan and its audit entry. Throws `request/conflict` while another test of the company is under way, and
   * `auth/too-many-tries` after five within a minute.
   */
  begin(actor: Actor, test: NewTrunkTest, masked: string): Promise<void>;
  /** For the workflow, before it dials: false when the plan was given up meanwhile. Safe to repeat. */
  start(actor: Actor, id: string): Promise<boolean>;
  /** Gives a plan up that no workflow has started. */
  abandon(actor: Actor, id: string): Promise<void>;
  /** What became of it; each state once, `ended` last. */
  note(actor: Actor, id: string, state: Exclude<TrunkTestState, 'planned'>, cause?: string): Promise<void>;
  get(actor: Actor, id: string): Promise<TrunkTest | undefined>;
};

const A_MINUTE = 5;
/** Ringing and the longest prompt are over by then: what is still open was lost, and blocks nobody. */
const LOST_AFTER = "interval '3 minutes'";
const EARLIER: Record<TrunkTestState, TrunkTestState[]> = {
  planned: [],
  ringing: ['planned'],
  answered: ['planned', 'ringing'],
  ended: ['planned', 'ringing', 'answered'],
};

type Row = Omit<TrunkTest, 'createdAt' | 'ringingAt' | 'answeredAt' | 'endedAt'> & {
  createdAt: Date;
  ringingAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  lost: boolean;
};

/** Table `trunk_tests`. */
export function createTrunkTests(knex: Knex): TrunkTests {
  return {
    begin(actor, test, masked) {
      requireTenant(actor, test.tenant);
      return query(knex.transaction((transaction) => begin(transaction, actor, test, masked)));
    },
    async start(actor, id) {
      requireSystem(actor);
      const started = knex.raw('coalesce(started_at, now())');
      const plan = knex('trunk_tests').where({ id }).whereNot('state', 'ended');
      return (await query(plan.update({ started_at: started }))) === 1;
    },
    async abandon(actor, id) {
      requireSystem(actor);
      const plan = knex('trunk_tests').where({ id, state: 'planned', started_at: null });
      await query(plan.update({ state: 'ended', cause: 'NOT_STARTED', ended_at: knex.fn.now() }));
    },
    async note(actor, id, state, cause) {
      requireSystem(actor);
      await query(
        knex('trunk_tests')
          .where('id', id)
          .whereIn('state', EARLIER[state])
          .update({ state, [`${state}_at`]: knex.fn.now(), ...(cause === undefined ? {} : { cause }) }),
      );
    },
    async get(actor, id) {
      const row = knex('trunk_tests')
        .first<Row>({
          id: 'id',
          tenant: 'tenant',
          trunk: 'trunk',
          target: 'target',
          callerNumber: 'caller_number',
          state: 'state',
          cause: 'cause',
          createdAt: 'created_at',
          ringingAt: 'ringing_at',
          answeredAt: 'answered_at',
          endedAt: 'ended_at',
        })
        .select(knex.raw(`state <> 'ended' and created_at < now() - ${LOST_AFTER} as lost`))
        .where('id', id);
      const found: Row | undefined = await query(visibleTo(row, actor));
      return found && toTest(found);
    },
  };
}

async function begin(
  transaction: Knex.Transaction,
  actor: Actor,
  test: NewTrunkTest,
  masked: string,
): Promise<void> {
  const { id, tenant, trunk, target, callerNumber } = test;
  // Two presses of the button at once are judged one after the other.
  await transaction.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`trunk-test:${tenant}`]);
  const of = () => transaction('trunk_tests').where({ tenant });
  const open = await of()
    .whereNot('state', 'ended')
    .whereRaw(`created_at > now() - ${LOST_AFTER}`)
    .first('id');
  if (open !== undefined)
    throw new CallwrightError('request/conflict', 'another test call is under way: wait for its end');
  const recent = await of().whereRaw("created_at > now() - interval '1 minute'").select('id');
  if (recent.length >= A_MINUTE)
    throw new CallwrightError('auth/too-many-tries', `no more than ${A_MINUTE} test calls a minute`);
  await transaction('trunk_tests').insert({ id, tenant, trunk, target, caller_number: callerNumber });
  await recordAudit(transaction, actor, {
    tenant,
    action: 'trunk.test-call',
    subject: trunk,
    detail: { to: masked },
  });
}

const ms = (date: Date | null): number | null => date?.getTime() ?? null;

function toTest({ lost, ...row }: Row): TrunkTest {
  return {
    ...row,
    ...(lost ? { state: 'ended' as const, cause: 'LOST' } : {}),
    createdAt: row.createdAt.getTime(),
    ringingAt: ms(row.ringingAt),
    answeredAt: ms(row.answeredAt),
    endedAt: ms(row.endedAt),
  };
}
