import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { type Actor, idOf } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant } from '../visibility.ts';
import { type AuditFilter, type AuditPage, listAudit } from './audit-log-list.ts';

/** One thing that somebody did. `detail` holds no PIN and no secret; numbers masked. */
export type AuditEntry = {
  /** Chosen by the writer before the first try: the same effect is recorded once. */
  effect: string;
  tenant?: TenantId;
  /** `<subject>.<verb>`, e.g. `scenario.publish`. */
  action: string;
  /** Id of what it was done to. */
  subject: string;
  detail?: Readonly<Record<string, string | number | boolean | null>>;
};

export type AuditLog = {
  append(actor: Actor, entry: AuditEntry): Promise<void>;
  /** Newest first; rows of no company are for platform administrators only. */
  list(actor: Actor, filter: AuditFilter): Promise<AuditPage>;
};

/** Table `audit_log`: it only grows, the database refuses anything else. */
export function createAuditLog(knex: Knex): AuditLog {
  return {
    async append(actor, entry) {
      if (entry.tenant !== undefined) requireTenant(actor, entry.tenant);
      await query(
        knex('audit_log')
          .insert({
            effect: entry.effect,
            tenant: entry.tenant ?? (actor.kind === 'system' ? null : actor.tenant),
            actor_kind: actor.kind,
            actor: idOf(actor),
            action: entry.action,
            subject: entry.subject,
            detail: JSON.stringify(entry.detail ?? {}),
          })
          .onConflict('effect')
          .ignore(),
      );
    },
    list: (actor, filter) => query(listAudit(knex, actor, filter)),
  };
}

/** Writes an entry in the transaction of what it tells of: there is never one without the other. */
export const recordAudit = (trx: Knex, actor: Actor, entry: Omit<AuditEntry, 'effect'>): Promise<void> =>
  createAuditLog(trx).append(actor, { effect: randomUUID(), ...entry });
