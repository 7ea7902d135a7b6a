import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';

/** What proves who somebody is. Hashes and sealed texts only. */
export type Credential = {
  passwordHash: string | null;
  totpSecret: string | null;
  totpPending: string | null;
};

/** Every function is for our own processes only: no person reads or writes these columns in their own name. */
export type Credentials = {
  of(actor: Actor, account: string): Promise<Credential | undefined>;
  /** Also makes an invited account active. */
  setPassword(actor: Actor, account: string, hash: string): Promise<void>;
  /** Keeps a sealed secret until its first right code. */
  beginSecondFactor(actor: Actor, account: string, sealed: string): Promise<void>;
  /** False when another secret waits by now: somebody began again meanwhile. */
  confirmSecondFactor(
    actor: Actor,
    account: string,
    confirmed: { sealed: string; step: number; recoveryHashes: readonly string[] },
  ): Promise<boolean>;
  removeSecondFactor(actor: Actor, account: string): Promise<void>;
  /** True once per step and account, and never for a step before one that was taken (RFC 6238 §5.2). */
  takeStep(actor: Actor, account: string, step: number): Promise<boolean>;
  /** True once per code. */
  takeRecoveryCode(actor: Actor, account: string, hash: string): Promise<boolean>;
};

/** The secret columns of table `users`. */
export function createCredentials(knex: Knex): Credentials {
  const accountOf = (actor: Actor, id: string): Knex.QueryBuilder => {
    requireSystem(actor);
    return knex('users').where('id', id);
  };
  const write = async (actor: Actor, id: string, columns: object): Promise<void> => {
    await query(accountOf(actor, id).update({ ...columns, updated_at: knex.fn.now() }));
  };
  const changed = async (work: Knex.QueryBuilder): Promise<boolean> => Number(await query(work)) === 1;
  return {
    async of(actor, account) {
      const [row] = await query<Credential[]>(
        accountOf(actor, account).select({
          passwordHash: 'password_hash',
          totpSecret: 'totp_secret',
          totpPending: 'totp_pending',
        }),
      );
      return row;
    },
    setPassword: (actor, account, hash) =>
      write(actor, account, {
        password_hash: hash,
        state: knex.raw("case state when 'invited' then 'active' else state end"),
      }),
    beginSecondFactor: (actor, account, sealed) => write(actor, account, { totp_pending: sealed }),
    confirmSecondFactor: (actor, account, { sealed, step, recoveryHashes }) =>
      changed(
        accountOf(actor, account)
          .where('totp_pending', sealed)
          .update({
            totp_secret: sealed,
            totp_pending: null,
            totp_last_step: step,
            recovery_hashes: [...recoveryHashes],
          }),
      ),
    removeSecondFactor: (actor, account) =>
      write(actor, account, {
        totp_secret: null,
        totp_pending: null,
        totp_last_step: null,
        recovery_hashes: [],
      }),
    takeStep: (actor, account, step) =>
      changed(
        accountOf(actor, account)
          .whereRaw('coalesce(totp_last_step, -1) < ?', [step])
          .update('totp_last_step', step),
      ),
    takeRecoveryCode: (actor, account, hash) =>
      changed(
        accountOf(actor, account)
          .whereRaw('? = any(recovery_hashes)', [hash])
          .update('recovery_hashes', knex.raw('array_remove(recovery_hashes, ?)', [hash])),
      ),
  };
}
