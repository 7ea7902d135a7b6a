import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

export type MessageSettings = {
  allowRepresentative: boolean;
  adSenderName: string | null;
  optOutNumber: string | null;
};

export type MessageSettingsTable = {
  /** The company's settings, or the defaults. */
  read(actor: Actor, tenant: string): Promise<MessageSettings>;
  /** Changes what is given; recorded. */
  change(actor: Actor, tenant: string, change: Partial<MessageSettings>): Promise<MessageSettings>;
};

type Record = {
  allow_representative: boolean;
  ad_sender_name: string | null;
  opt_out_number: string | null;
};

const DEFAULTS: MessageSettings = { allowRepresentative: false, adSenderName: null, optOutNumber: null };

/** Table `message_settings`. */
export function createMessageSettings(knex: Knex): MessageSettingsTable {
  const read = async (on: Knex, actor: Actor, tenant: string): Promise<MessageSettings> => {
    requireTenant(actor, tenant);
    const [found] = await query(on<Record>('message_settings').select('*').where('tenant', tenant));
    return found === undefined ? DEFAULTS : toSettings(found);
  };
  return {
    read: (actor, tenant) => read(knex, actor, tenant),
    change: (actor, tenant, change) =>
      query(
        knex.transaction(async (trx) => {
          const before = await read(trx, actor, tenant);
          const after = { ...before, ...change };
          await trx('message_settings')
            .insert({ tenant, ...columnsOf(change), updated_at: trx.fn.now() })
            .onConflict('tenant')
            .merge();
          await recordAudit(trx, actor, {
            tenant: TenantId.parse(tenant),
            action: 'message-settings.change',
            subject: tenant,
            detail: change,
          });
          return after;
        }),
      ),
  };
}

const toSettings = (record: Record): MessageSettings => ({
  allowRepresentative: record.allow_representative,
  adSenderName: record.ad_sender_name,
  optOutNumber: record.opt_out_number,
});

const columnsOf = (change: Partial<MessageSettings>): Partial<Record> => ({
  ...(change.allowRepresentative === undefined ? {} : { allow_representative: change.allowRepresentative }),
  ...(change.adSenderName === undefined ? {} : { ad_sender_name: change.adSenderName }),
  ...(change.optOutNumber === undefined ? {} : { opt_out_number: change.optOutNumber }),
});
