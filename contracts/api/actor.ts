import { z } from 'zod';
import { TenantId } from '../ids.ts';
import { API_KEY_SCOPES, type Permission, ROLES, roleMay } from './permissions.ts';

/** Our own processes. They see every tenant's rows; a person never does, but for a platform administrator. */
export const SystemRole = z.enum(['flow-worker', 'switch-worker', 'media-worker', 'api', 'setup', 'test']);
export type SystemRole = z.infer<typeof SystemRole>;

/**
 * On whose behalf a row is read or written. It is the first argument of every repository function, so that the
 * tenant filter stands in the SQL and cannot be forgotten by a route.
 */
export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system'), role: SystemRole }),
  z.strictObject({ kind: z.literal('user'), user: z.uuid(), tenant: TenantId, role: z.enum(ROLES) }),
  z.strictObject({
    kind: z.literal('api-key'),
    key: z.uuid(),
    tenant: TenantId,
    scopes: z.array(z.enum(API_KEY_SCOPES)),
  }),
]);
export type Actor = z.infer<typeof Actor>;

/** The actor of one of our own processes. */
export const systemActor = (role: SystemRole): Actor => ({ kind: 'system', role });

/** The one company whose rows the actor may see; undefined for all of them. */
export function tenantOf(actor: Actor): TenantId | undefined {
  if (actor.kind === 'system') return undefined;
  return actor.kind === 'user' && actor.role === 'platform-admin' ? undefined : actor.tenant;
}

/** True when the actor has the permission; our own processes have all. */
export function may(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'user':
      return roleMay(actor.role, permission);
    case 'api-key':
      return actor.scopes.some((scope) => scope === permission);
  }
}

/** Who it is, for records and counters: a role of ours, a person's id or a key's id. */
export function idOf(actor: Actor): string {
  switch (actor.kind) {
    case 'system':
      return actor.role;
    case 'user':
      return actor.user;
    case 'api-key':
      return actor.key;
  }
}
