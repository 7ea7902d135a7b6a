import { z } from 'zod';
import { TenantId } from '../ids.ts';

/** Our own processes. They see every tenant's rows; a person never does. */
export const SystemRole = z.enum(['flow-worker', 'switch-worker', 'media-worker', 'api', 'setup', 'test']);
export type SystemRole = z.infer<typeof SystemRole>;

/**
 * On whose behalf a row is read or written. It is the first argument of every repository function, so that the
 * tenant filter stands in the SQL and cannot be forgotten by a route.
 */
export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system'), role: SystemRole }),
  z.strictObject({ kind: z.literal('user'), user: z.uuid(), tenant: TenantId }),
]);
export type Actor = z.infer<typeof Actor>;

/** The actor of one of our own processes. */
export const systemActor = (role: SystemRole): Actor => ({ kind: 'system', role });
