import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';

/** How the mails of the last week went; instants in ms. */
export type MailFacts = {
  lastSentAt: number | null;
  lastFailedAt: number | null;
  waiting: number;
  kept: number;
};

/** What the system page asks of the database about itself; for our own processes. */
export type SystemFacts = {
  /** e.g. `17.5` */
  postgresVersion(actor: Actor): Promise<string>;
  mails(actor: Actor): Promise<MailFacts>;
};

type MailCounts = { last_sent: Date | null; last_failed: Date | null; waiting: string; kept: string };

const MAILS = `select max(sent_at) as last_sent,
    max(coalesce(claimed_at, created_at)) filter (where state = 'failed') as last_failed,
    count(*) filter (where state in ('queued', 'sending')) as waiting,
    count(*) filter (where state = 'kept') as kept
  from outbox where created_at > now() - interval '7 days'`;

/** Reads of the database about itself. */
export function createSystemFacts(knex: Knex): SystemFacts {
  return {
    async postgresVersion(actor) {
      requireSystem(actor);
      const answer = await query<{ rows: { server_version: string }[] }>(knex.raw('show server_version'));
      // Distributions add their own words in brackets.
      return answer.rows[0]?.server_version.split(' ')[0] ?? '';
    },
    async mails(actor) {
      requireSystem(actor);
      const { rows } = await query<{ rows: MailCounts[] }>(knex.raw(MAILS));
      const [row] = rows;
      return {
        lastSentAt: row?.last_sent?.getTime() ?? null,
        lastFailedAt: row?.last_failed?.getTime() ?? null,
        waiting: Number(row?.waiting ?? 0),
        kept: Number(row?.kept ?? 0),
      };
    },
  };
}
