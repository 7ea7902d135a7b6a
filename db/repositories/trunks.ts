import type { Knex } from 'knex';
import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { CallId, DialDigits, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

/** A way out to the telephone network, named as the switch's gateway; instants in ms. */
export type Trunk = {
  name: string;
  /** Null: shared by all companies. */
  tenant: TenantId | null;
  enabled: boolean;
  maxCalls: number;
  callsPerSecond: number;
  /**
   * Numbers that may be shown to who is called, when they are limited; else all of the company that calls. Of a shared
   * trunk a company sees its own ones only.
   */
  callerNumbers: string[];
  callerNumbersLimited: boolean;
  updatedAt: number;
  /** Legs that are on their way or talking over it now. */
  calls: number;
};

export type TrunkChange = Partial<Pick<Trunk, 'enabled' | 'maxCalls' | 'callsPerSecond' | 'callerNumbers'>>;

/** Why a leg may not go out; `taken` is the one good answer. */
export type TrunkVerdict =
  | 'taken'
  | 'unknown'
  | 'disabled'
  | 'caller-number'
  | 'full'
  | 'too-fast'
  | 'unplanned';

export type Trunks = {
  /** Makes a row for each gateway that has none; an existing one stays as people set it. */
  seed(actor: Actor, names: readonly string[]): Promise<void>;
  /** Own and shared ones, by name. */
  all(actor: Actor): Promise<Trunk[]>;
  /**
   * Changes a trunk that is as the editor saw it, and writes the audit entry in the same transaction. Throws
   * `request/not-found`, or `request/conflict` when somebody else was faster.
   */
  change(actor: Actor, name: string, change: TrunkChange, seenUpdatedAt: number): Promise<void>;
  /** Gives a planned leg its place on a trunk, once; every cap is judged here. */
  take(
    actor: Actor,
    leg: CallId,
    wanted: { trunk: string; tenant: TenantId; callerNumber: DialDigits },
  ): Promise<TrunkVerdict>;
};

type Row = Omit<Trunk, 'updatedAt' | 'calls'> & { updatedAt: Date; calls: string };

const UNDER_WAY = `(select count(*) from dial_attempts
  where dial_attempts.trunk = trunks.name and dial_attempts.state <> 'ended'
    and planned_at > now() - interval '1 day') as calls`;

const LIMITED = 'cardinality(trunks.caller_numbers) > 0 as "callerNumbersLimited"';

function shownTo(knex: Knex, actor: Actor): Knex.Raw {
  const tenant = tenantOf(actor);
  if (tenant === undefined) return knex.raw('trunks.caller_numbers as "callerNumbers"');
  return knex.raw(
    `case when trunks.tenant is not null then trunks.caller_numbers else array(
       select digits from numbers
       where numbers.tenant = ? and digits = any (trunks.caller_numbers) order by digits) end as "callerNumbers"`,
    [tenant],
  );
}

/** Narrows to trunks that the actor's company may use. */
export function usableBy<Q extends Knex.QueryBuilder>(builder: Q, actor: Actor): Q {
  const tenant = tenantOf(actor);
  if (tenant !== undefined)
    builder.where((own) => own.whereNull('trunks.tenant').orWhere('trunks.tenant', tenant));
  return builder;
}

/** Table `trunks`. */
export function createTrunks(knex: Knex): Trunks {
  return {
    async seed(actor, names) {
      requireSystem(actor);
      if (names.length === 0) return;
      await query(
        knex('trunks')
          .insert(names.map((name) => ({ name })))
          .onConflict('name')
          .ignore(),
      );
    },
    async all(actor) {
      const rows = knex('trunks')
        .select<Row[]>('name', 'tenant', 'enabled', {
          maxCalls: 'max_calls',
          callsPerSecond: 'calls_per_second',
          updatedAt: 'updated_at',
        })
        .select(knex.raw(UNDER_WAY), knex.raw(LIMITED), shownTo(knex, actor))
        .orderBy('name');
      return (await query<Row[]>(usableBy(rows, actor))).map(toTrunk);
    },
    change: (actor, name, change, seenUpdatedAt) =>
      query(
        knex.transaction(async (transaction) => {
          const row = transaction('trunks').where('name', name).forUpdate();
          const [found] = await usableBy(row, actor).select<{ updatedAt: Date }[]>({
            updatedAt: 'updated_at',
          });
          if (found === undefined) throw new CallwrightError('request/not-found', 'no such trunk');
          if (found.updatedAt.getTime() !== seenUpdatedAt)
            throw new CallwrightError(
              'request/conflict',
              'somebody changed this trunk meanwhile: look again',
            );
          await transaction('trunks').where('name', name).update(columnsOf(change, knex));
          await recordAudit(transaction, actor, {
            action: 'trunk.change',
            subject: name,
            detail: told(change),
          });
        }),
      ),
    async take(actor, leg, { trunk, tenant, callerNumber }) {
      requireSystem(actor);
      const sql = 'select take_trunk(?, ?, ?, ?) as verdict';
      const answer = await query<{ rows: { verdict: TrunkVerdict }[] }>(
        knex.raw(sql, [trunk, leg, tenant, callerNumber]),
      );
      return answer.rows[0]?.verdict ?? 'unknown';
    },
  };
}

const toTrunk = (row: Row): Trunk => ({
  ...row,
  updatedAt: row.updatedAt.getTime(),
  calls: Number(row.calls),
});

const columnsOf = (change: TrunkChange, knex: Knex): object => ({
  ...(change.enabled === undefined ? {} : { enabled: change.enabled }),
  ...(change.maxCalls === undefined ? {} : { max_calls: change.maxCalls }),
  ...(change.callsPerSecond === undefined ? {} : { calls_per_second: change.callsPerSecond }),
  ...(change.callerNumbers === undefined ? {} : { caller_numbers: change.callerNumbers }),
  updated_at: knex.fn.now(),
});

/** Own numbers of a company are no personal data, but a log that nobody may clear keeps only how many there are. */
const told = ({ callerNumbers, ...plain }: TrunkChange): Record<string, number | boolean> => ({
  ...plain,
  ...(callerNumbers === undefined ? {} : { callerNumbers: callerNumbers.length }),
});
