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

/** How texts go out now; instants in ms. */
export type TextFacts = {
  lastAcceptedAt: number | null;
  /** Due and not with the provider. */
  waiting: number;
  /** Of these: tried, and put off by the provider. */
  putOff: number;
  /** When and why, of the latest. */
  lastPutOffAt: number | null;
  lastReason: string | null;
};

/** What the system page asks of the database about itself; for our own processes. */
export type SystemFacts = {
  /** e.g. `17.5` */
  postgresVersion(actor: Actor): Promise<string>;
  mails(actor: Actor): Promise<MailFacts>;
  texts(actor: Actor): Promise<TextFacts>;
};

type MailCounts = { last_sent: Date | null; last_failed: Date | null; waiting: string; kept: string };

const MAILS = `select max(sent_at) as last_sent,
    max(coalesce(claimed_at, created_at)) filter (where state = 'failed') as last_failed,
    count(*) filter (where state in ('queued', 'sending')) as waiting,
    count(*) filter (where state = 'kept') as kept
  from outbox where created_at > now() - interval '7 days'`;

type TextCounts = {
  last_accepted: Date | null;
  waiting: string;
  put_off: string;
  last_put_off: Date | null;
  reason: string | null;
};

/** Of the ledger only what waits, which has an index of its own. */
const TEXTS = `select
    (select max(sent_at) from messages where created_at > now() - interval '7 days') as last_accepted,
    count(*) as waiting,
    count(*) filter (where tries > 0 and reason is not null) as put_off,
    max(submitted_at) filter (where tries > 0 and reason is not null) as last_put_off,
    (array_agg(reason order by submitted_at desc nulls last) filter (where tries > 0 and reason is not null))[1] as reason
  from message_sends where state = 'waiting' and (due_at <= now() or tries > 0)`;

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
    async texts(actor) {
      requireSystem(actor);
      const { rows } = await query<{ rows: TextCounts[] }>(knex.raw(TEXTS));
      const [row] = rows;
      return {
        lastAcceptedAt: row?.last_accepted?.getTime() ?? null,
        waiting: Number(row?.waiting ?? 0),
        putOff: Number(row?.put_off ?? 0),
        lastPutOffAt: row?.last_put_off?.getTime() ?? null,
        lastReason: row?.reason ?? null,
      };
    },
  };
}
