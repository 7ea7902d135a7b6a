import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';
import type { WishCursor, WishPage } from './opt-outs.ts';
import { noteWish, pageOf } from './opt-outs.ts';

/** 광고 수신동의; instants in ms. */
export type ConsentRow = {
  digits: string;
  tenant: TenantId;
  night: boolean;
  source: string;
  consentedAt: number;
  withdrawnAt: number | null;
};

/** Changes are recorded in the audit log. */
export type AdConsents = {
  /** Newest first; `number`: digits that it contains. */
  list(actor: Actor, page: WishPage): Promise<{ consents: ConsentRow[]; next: WishCursor | null }>;
  /** Canonical digits, up to 10,000; a new consent replaces an old one. It lifts no opt-out: a list may be older. */
  add(
    actor: Actor,
    tenant: TenantId,
    consents: { numbers: readonly string[]; night: boolean; source: string },
  ): Promise<number>;
  /** False when there is none that is in force. */
  withdraw(actor: Actor, tenant: TenantId, digits: string): Promise<boolean>;
};

type Record = {
  digits: string;
  tenant: TenantId;
  night: boolean;
  source: string;
  consented_at: Date;
  withdrawn_at: Date | null;
};

const COLUMNS: (keyof Record)[] = ['digits', 'tenant', 'night', 'source', 'consented_at', 'withdrawn_at'];

/** Table `ad_consents`. */
export function createAdConsents(knex: Knex): AdConsents {
  return {
    async list(actor, page) {
      const select = knex('ad_consents').select<Record[]>(COLUMNS);
      const ordered = pageOf(visibleTo(select, actor), knex, 'consented_at', page);
      const found = (await query<Record[]>(ordered)).map(toRow);
      const consents = found.slice(0, page.limit);
      const last = consents.at(-1);
      const more = found.length > page.limit && last !== undefined;
      return { consents, next: more ? { at: last.consentedAt, digits: last.digits } : null };
    },
    async add(actor, tenant, { numbers, night, source }) {
      requireTenant(actor, tenant);
      const keys = [...new Set(numbers)].toSorted();
      if (keys.length === 0) return 0;
      await query(
        knex.transaction(async (trx) => {
          await trx.raw(ADD, [tenant, night, source, keys]);
          const detail = { count: keys.length, night, source };
          await recordAudit(trx, actor, { tenant, action: 'ad-consent.add', subject: tenant, detail });
        }),
      );
      return keys.length;
    },
    async withdraw(actor, tenant, digits) {
      requireTenant(actor, tenant);
      return query(
        knex.transaction(async (trx) => {
          const changed = await trx('ad_consents')
            .where({ tenant, digits })
            .whereNull('withdrawn_at')
            .update({ withdrawn_at: trx.fn.now() });
          if (changed === 1) await noteWish(trx, actor, tenant, 'ad-consent.withdraw', digits);
          return changed === 1;
        }),
      );
    },
  };
}

const ADD = `
  insert into ad_consents (tenant, digits, night, source, consented_at)
  select ?, digits, ?, ?, now() from unnest(?::text[]) as digits
  on conflict (tenant, digits) do update
  set night = excluded.night, source = excluded.source, consented_at = now(), withdrawn_at = null`;

const toRow = (record: Record): ConsentRow => ({
  digits: record.digits,
  tenant: record.tenant,
  night: record.night,
  source: record.source,
  consentedAt: record.consented_at.getTime(),
  withdrawnAt: record.withdrawn_at?.getTime() ?? null,
});
