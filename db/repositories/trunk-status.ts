import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { NodeName } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';
import { usableBy } from './trunks.ts';

/** `missing`: the switch has no gateway of that name. `unknown`: it could not be asked, or cannot say. */
export type TrunkState = 'up' | 'down' | 'missing' | 'unknown';

/** What a switch last said of a trunk; counters since the gateway was loaded, instants in ms. */
export type TrunkStatus = {
  node: NodeName;
  trunk: string;
  state: TrunkState;
  /** As the switch names it: `REGED`, `NOREG`, `FAIL_WAIT` … */
  registration: string | null;
  pingMs: number | null;
  callsIn: number | null;
  callsOut: number | null;
  failedIn: number | null;
  failedOut: number | null;
  upSince: number | null;
};

/** How long ago it was told, by Postgres' clock. */
export type ReportedTrunk = TrunkStatus & { reportedAt: number; ageMs: number };

export type TrunkStatusTable = {
  report(actor: Actor, statuses: readonly TrunkStatus[]): Promise<void>;
  /** Of the trunks that the actor's company may use. */
  all(actor: Actor): Promise<ReportedTrunk[]>;
};

type Row = Omit<TrunkStatus, 'callsIn' | 'callsOut' | 'failedIn' | 'failedOut' | 'upSince'> & {
  callsIn: string | null;
  callsOut: string | null;
  failedIn: string | null;
  failedOut: string | null;
  upSince: Date | null;
  reportedAt: Date;
  ageMs: number;
};

const COLUMNS = {
  node: 'node',
  trunk: 'trunk',
  state: 'state',
  registration: 'registration',
  pingMs: 'ping_ms',
  callsIn: 'calls_in',
  callsOut: 'calls_out',
  failedIn: 'failed_in',
  failedOut: 'failed_out',
  upSince: 'up_since',
  reportedAt: 'reported_at',
};

/** Table `trunk_status`. */
export function createTrunkStatus(knex: Knex): TrunkStatusTable {
  return {
    async report(actor, statuses) {
      requireSystem(actor);
      if (statuses.length === 0) return;
      const rows = statuses.map((status) => ({
        node: status.node,
        trunk: status.trunk,
        state: status.state,
        registration: status.registration,
        ping_ms: status.pingMs,
        calls_in: status.callsIn,
        calls_out: status.callsOut,
        failed_in: status.failedIn,
        failed_out: status.failedOut,
        up_since: status.upSince === null ? null : new Date(status.upSince),
        reported_at: knex.fn.now(),
      }));
      await query(knex('trunk_status').insert(rows).onConflict(['node', 'trunk']).merge());
    },
    async all(actor) {
      const age = knex.raw('(extract(epoch from now() - reported_at) * 1000)::float8 as "ageMs"');
      const names = usableBy(knex('trunks').select('name'), actor);
      const rows = knex('trunk_status')
        .select(COLUMNS)
        .select(age)
        .whereIn('trunk', names)
        .orderBy(['trunk', 'node']);
      return (await query<Row[]>(rows)).map(toStatus);
    },
  };
}

const count = (text: string | null): number | null => (text === null ? null : Number(text));

const toStatus = (row: Row): ReportedTrunk => ({
  ...row,
  callsIn: count(row.callsIn),
  callsOut: count(row.callsOut),
  failedIn: count(row.failedIn),
  failedOut: count(row.failedOut),
  upSince: row.upSince?.getTime() ?? null,
  reportedAt: row.reportedAt.getTime(),
  ageMs: Math.max(0, Math.round(row.ageMs)),
});
