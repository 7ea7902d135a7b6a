import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { TenantId as TenantIdSchema } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireSystem, visibleTo } from '../visibility.ts';

export type Tenant = { id: TenantId; name: string };

/** The company that a fresh installation starts with; fixed, so that every role and test names the same one. */
export const DEMO_TENANT: TenantId = TenantIdSchema.parse('00000000-0000-4000-8000-000000000001');

export type Tenants = {
  ensureDemoTenant(actor: Actor): Promise<TenantId>;
  create(actor: Actor, tenant: Tenant): Promise<void>;
  list(actor: Actor): Promise<Tenant[]>;
};

/** Table `tenants`. Creating the same id again keeps the first row. */
export function createTenants(knex: Knex): Tenants {
  const create = async (actor: Actor, tenant: Tenant): Promise<void> => {
    requireSystem(actor);
    await query(knex('tenants').insert({ id: tenant.id, name: tenant.name }).onConflict('id').ignore());
  };
  return {
    create,
    async ensureDemoTenant(actor) {
      await create(actor, { id: DEMO_TENANT, name: 'Demo' });
      return DEMO_TENANT;
    },
    list: (actor) =>
      query(visibleTo(knex<Tenant>('tenants').select('id', 'name').orderBy('name'), actor, 'id')),
  };
}
