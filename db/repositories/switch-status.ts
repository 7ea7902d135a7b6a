import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { NodeName } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';

/** What a switch says of itself; instants in ms. */
export type SwitchStatus = {
  node: NodeName;
  version: string | null;
  upSince: number | null;
  sessions: number | null;
  maxSessions: number | null;
};

export type SwitchStatusTable = {
  report(actor: Actor, status: SwitchStatus): Promise<void>;
  all(actor: Actor): Promise<SwitchStatus[]>;
};

type Row = Omit<SwitchStatus, 'upSince'> & { upSince: Date | null };

/** Table `switch_status`: one row per node. */
export function createSwitchStatus(knex: Knex): SwitchStatusTable {
  return {
    async report(actor, { node, version, upSince, sessions, maxSessions }) {
      requireSystem(actor);
      const row = {
        node,
        version,
        up_since: upSince === null ? null : new Date(upSince),
        sessions,
        max_sessions: maxSessions,
        reported_at: knex.fn.now(),
      };
      await query(knex('switch_status').insert(row).onConflict('node').merge());
    },
    async all(actor) {
      requireSystem(actor);
      const rows = knex('switch_status')
        .select({
          node: 'node',
          version: 'version',
          upSince: 'up_since',
          sessions: 'sessions',
          maxSessions: 'max_sessions',
        })
        .orderBy('node');
      return (await query<Row[]>(rows)).map((row) => ({ ...row, upSince: row.upSince?.getTime() ?? null }));
    },
  };
}
