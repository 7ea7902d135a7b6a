import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';

/** A phone's account, without its password: `a1Hash` is MD5 of `extension:realm:password` (RFC 2617 A1). */
export type SipAccountRow = {
  extension: string;
  tenant: TenantId;
  a1Hash: string;
  displayName: string | null;
  enabled: boolean;
};

export type SipAccounts = {
  all(actor: Actor): Promise<SipAccountRow[]>;
  /** False when the extension belongs to another tenant: it is left as it is. */
  upsert(actor: Actor, account: SipAccountRow): Promise<boolean>;
};

/** Postgres channel on which a change of any account is announced, with an empty payload: load `all` again. */
export const SIP_ACCOUNTS_CHANGED = 'sip_accounts_changed';

/** Table `sip_accounts`. */
export function createSipAccounts(knex: Knex): SipAccounts {
  return {
    all(actor) {
      const rows = knex('sip_accounts')
        .select<SipAccountRow[]>('extension', 'tenant', 'enabled', {
          a1Hash: 'a1_hash',
          displayName: 'display_name',
        })
        .orderBy('extension');
      return query(visibleTo(rows, actor));
    },
    async upsert(actor, account) {
      requireTenant(actor, account.tenant);
      const columns = {
        a1_hash: account.a1Hash,
        display_name: account.displayName,
        enabled: account.enabled,
      };
      const written = await query(
        knex('sip_accounts')
          .insert({ extension: account.extension, tenant: account.tenant, ...columns })
          .onConflict('extension')
          .merge({ ...columns, updated_at: knex.fn.now() })
          .where('sip_accounts.tenant', account.tenant)
          .returning('extension'),
      );
      return written.length === 1;
    },
  };
}
