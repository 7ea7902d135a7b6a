import type { Knex } from 'knex';
import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { TenantId as TenantIdSchema } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

export type Tenant = { id: TenantId; name: string };

/** The company that a fresh installation starts with; fixed, so that every role and test names the same one. */
export const DEMO_TENANT: TenantId = TenantIdSchema.parse('00000000-0000-4000-8000-000000000001');

export type Tenants = {
  ensureDemoTenant(actor: Actor): Promise<TenantId>;
  /** For our own processes and platform administrators, whose act is recorded. */
  create(actor: Actor, tenant: Tenant): Promise<void>;
  /** The same; undefined when there is no such company. */
  rename(actor: Actor, tenant: Tenant): Promise<Tenant | undefined>;
  list(actor: Actor): Promise<Tenant[]>;
};

/** Table `tenants`. Creating the same id again keeps the first row. */
export function createTenants(knex: Knex): Tenants {
  const create = async (actor: Actor, { id, name }: Tenant): Promise<void> => {
    requirePlatform(actor);
    await query(
      knex.transaction(async (trx) => {
        const made = await trx('tenants').insert({ id, name }).onConflict('id').ignore().returning('id');
        if (made.length === 1 && actor.kind !== 'system')
          await recordAudit(trx, actor, {
            tenant: id,
            action: 'tenant.create',
            subject: id,
            detail: { name },
          });
      }),
    );
  };
  return {
    create,
    rename: async (actor, { id, name }) => {
      requirePlatform(actor);
      return query(
        knex.transaction(async (trx) => {
          const before = await trx<Tenant>('tenants').select('id', 'name').where('id', id).forNoKeyUpdate();
          if (before[0] === undefined) return undefined;
          await trx('tenants').where('id', id).update({ name });
          const detail = { from: before[0].name, to: name };
          await recordAudit(trx, actor, { tenant: id, action: 'tenant.rename', subject: id, detail });
          return { id, name };
        }),
      );
    },
    async ensureDemoTenant(actor) {
      await create(actor, { id: DEMO_TENANT, name: 'Demo' });
      return DEMO_TENANT;
    },
    list: (actor) =>
      query(visibleTo(knex<Tenant>('tenants').select('id', 'name').orderBy('name'), actor, 'id')),
  };
}

function requirePlatform(actor: Actor): void {
  const allowed = actor.kind !== 'api-key' && tenantOf(actor) === undefined;
  if (!allowed) throw new CallwrightError('request/not-found', 'no such resource');
}
