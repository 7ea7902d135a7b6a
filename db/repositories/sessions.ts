import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { query } from '../errors.ts';
import { requireSystem, visibleTo } from '../visibility.ts';
import { toUser, type User, type UserRow, userColumns } from './user-row.ts';

/** A browser's sign-in. The token itself is in the browser alone; times in ms since 1970. */
export type NewSession = {
  id: string;
  tokenHash: string;
  account: string;
  createdAt: number;
  expiresAt: number;
  userAgent: string;
  /** Masked. */
  address: string;
};

/** A session as its owner sees it. */
export type OpenSession = Omit<NewSession, 'tokenHash' | 'account' | 'expiresAt'> & { lastSeenAt: number };

/** When a question is asked, and how long a session may have been silent by then, both in ms. */
export type Moment = { now: number; idleMs: number };

export type Sessions = {
  /** Also forgets the account's sessions that ended long ago. */
  create(actor: Actor, session: NewSession): Promise<void>;
  /** The session of a token and its account; undefined when it ended or the account is not active. */
  find(
    actor: Actor,
    tokenHash: string,
    moment: Moment,
  ): Promise<{ id: string; lastSeenAt: number; user: User } | undefined>;
  /** Whether a session still is one; for streams that outlive their request. Does not count as being there. */
  alive(actor: Actor, id: string, moment: Moment): Promise<boolean>;
  /** Those of an account that have not ended, the latest used first. */
  listOf(actor: Actor, account: string, moment: Moment): Promise<OpenSession[]>;
  touch(actor: Actor, id: string, now: number): Promise<void>;
  revoke(actor: Actor, id: string, now: number): Promise<void>;
  /** Ends all sessions of an account that the actor sees, but one if given; returns how many were ended. */
  revokeAll(actor: Actor, account: string, now: number, except?: string): Promise<number>;
};

/** How long an ended session is kept, ms; what was done in it stands in the audit log. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** Table `sessions`. */
export function createSessions(knex: Knex): Sessions {
  const living = ({ now, idleMs }: Moment): Knex.QueryBuilder =>
    knex('sessions')
      .join('users', 'users.id', 'sessions.account')
      .whereNull('sessions.revoked_at')
      .where('sessions.expires_at', '>', new Date(now))
      .where('sessions.last_seen_at', '>', new Date(now - idleMs))
      .where('users.state', 'active');
  return {
    async create(actor, session) {
      requireSystem(actor);
      const { id, account, address } = session;
      await query(
        knex('sessions')
          .where({ account })
          .where('expires_at', '<', new Date(session.createdAt - KEPT_MS))
          .delete(),
      );
      await query(
        knex('sessions').insert({
          id,
          account,
          address,
          token_hash: session.tokenHash,
          created_at: new Date(session.createdAt),
          last_seen_at: new Date(session.createdAt),
          expires_at: new Date(session.expiresAt),
          user_agent: session.userAgent,
        }),
      );
    },
    async find(actor, tokenHash, moment) {
      requireSystem(actor);
      const [row] = await query<(UserRow & { session: string; lastSeenAt: Date })[]>(
        living(moment)
          .where('sessions.token_hash', tokenHash)
          .select(userColumns(knex), { session: 'sessions.id', lastSeenAt: 'sessions.last_seen_at' }),
      );
      return row && { id: row.session, lastSeenAt: row.lastSeenAt.getTime(), user: toUser(row) };
    },
    async alive(actor, id, moment) {
      requireSystem(actor);
      const found: unknown[] = await query(living(moment).where('sessions.id', id).select('sessions.id'));
      return found.length === 1;
    },
    async listOf(actor, account, moment) {
      requireSystem(actor);
      const rows: (Omit<OpenSession, 'createdAt' | 'lastSeenAt'> & { createdAt: Date; lastSeenAt: Date })[] =
        await query(
          living(moment).where({ account }).orderBy('sessions.last_seen_at', 'desc').select({
            id: 'sessions.id',
            createdAt: 'sessions.created_at',
            lastSeenAt: 'sessions.last_seen_at',
            userAgent: 'user_agent',
            address: 'address',
          }),
        );
      return rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.getTime(),
        lastSeenAt: row.lastSeenAt.getTime(),
      }));
    },
    async touch(actor, id, now) {
      requireSystem(actor);
      await query(knex('sessions').where('id', id).update('last_seen_at', new Date(now)));
    },
    async revoke(actor, id, now) {
      requireSystem(actor);
      await query(
        knex('sessions').where('id', id).whereNull('revoked_at').update('revoked_at', new Date(now)),
      );
    },
    async revokeAll(actor, account, now, except) {
      const ended = knex('sessions')
        .whereIn('account', visibleTo(knex('users').select('id').where('id', account), actor))
        .whereNull('revoked_at');
      if (except !== undefined) ended.whereNot('id', except);
      return query(ended.update('revoked_at', new Date(now)));
    },
  };
}
