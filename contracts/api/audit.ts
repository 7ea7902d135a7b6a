import { z } from 'zod';
import { Instant, Moment, PageLimit } from './instants.ts';

/** What somebody did. `detail` holds no secret; numbers masked. */
export const AuditEntryView = z
  .strictObject({
    id: z.string(),
    tenant: z.string().nullable(),
    at: Instant,
    actorKind: z.enum(['system', 'user', 'api-key']),
    actor: z.string().meta({ description: 'Id of the user or key, or name of our process' }),
    actorName: z.string().nullable(),
    action: z.string().meta({ example: 'user.suspend' }),
    subject: z.string(),
    detail: z.array(
      z.strictObject({
        name: z.string(),
        value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      }),
    ),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const AuditListView = z
  .strictObject({ entries: z.array(AuditEntryView), next: z.string().nullable() })
  .meta({ id: 'AuditList' });
export type AuditListView = z.infer<typeof AuditListView>;

/** `from` ≤ at < `to`; `action` matches whole, or by subject when it ends in a dot (`user.`). */
export const AuditListQuery = z.strictObject({
  from: Moment.optional(),
  to: Moment.optional(),
  action: z
    .string()
    .regex(/^[a-z-]{1,40}\.(?:[a-z-]{1,40})?$/, 'e.g. user.suspend, or user. for all of them')
    .optional(),
  actor: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'the id of a user or key, or the name of a process')
    .optional(),
  cursor: z.string().max(120).optional(),
  limit: PageLimit,
});
export type AuditListQuery = z.infer<typeof AuditListQuery>;
