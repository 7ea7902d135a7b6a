import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';

/** Company of what the actor makes; one of our own processes makes it in the demo company. */
export const ownTenant = (actor: Actor): TenantId => (actor.kind === 'system' ? DEMO_TENANT : actor.tenant);
