import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';

export type LinkKind = 'sign-in' | 'invite' | 'reset';

export type NewLink = {
  tokenHash: string;
  kind: LinkKind;
  account: string;
  createdAt: number;
  expiresAt: number;
};

/** Every function is for our own processes only. Times in ms since 1970. */
export type OneTimeLinks = {
  /** Earlier links of the same kind and account stop working: only the newest mail counts. */
  create(actor: Actor, link: NewLink): Promise<void>;
  /** The account of a link that works still; does not use it up. */
  peek(actor: Actor, tokenHash: string, kind: LinkKind, now: number): Promise<string | undefined>;
  /** The account of a link, for one caller: whoever asks a second time, or too late, gets nothing. */
  take(actor: Actor, tokenHash: string, kind: LinkKind, now: number): Promise<string | undefined>;
  /** Ends all links of an account that were not used; after a change of password. */
  endAll(actor: Actor, account: string, now: number): Promise<void>;
};

/** Table `one_time_links`. */
export function createOneTimeLinks(knex: Knex): OneTimeLinks {
  const usable = (tokenHash: string, kind: LinkKind, now: number): Knex.QueryBuilder =>
    knex('one_time_links')
      .where({ token_hash: tokenHash, kind })
      .whereNull('used_at')
      .where('expires_at', '>', new Date(now));
  const unused = (account: string): Knex.QueryBuilder =>
    knex('one_time_links').where({ account }).whereNull('used_at');
  return {
    async create(actor, { tokenHash, kind, account, createdAt, expiresAt }) {
      requireSystem(actor);
      await query(unused(account).where({ kind }).update('used_at', new Date(createdAt)));
      await query(
        knex('one_time_links').insert({
          token_hash: tokenHash,
          kind,
          account,
          created_at: new Date(createdAt),
          expires_at: new Date(expiresAt),
        }),
      );
    },
    async peek(actor, tokenHash, kind, now) {
      requireSystem(actor);
      const [row] = await query<{ account: string }[]>(usable(tokenHash, kind, now).select('account'));
      return row?.account;
    },
    async take(actor, tokenHash, kind, now) {
      requireSystem(actor);
      const [row] = await query<{ account: string }[]>(
        usable(tokenHash, kind, now).update('used_at', new Date(now)).returning('account'),
      );
      return row?.account;
    },
    async endAll(actor, account, now) {
      requireSystem(actor);
      await query(unused(account).update('used_at', new Date(now)));
    },
  };
}
