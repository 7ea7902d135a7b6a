import { z } from 'zod';
import { Instant, Line, RowId } from './instants.ts';
import { ROLES } from './permissions.ts';

/** `invited`: has not set a password yet. `suspended`: 정지, cannot sign in. */
export const USER_STATES = ['invited', 'active', 'suspended'] as const;

export const UserView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    state: z.enum(USER_STATES),
    secondFactor: z.boolean(),
    createdAt: Instant,
    lastSignInAt: Instant.nullable(),
  })
  .meta({ id: 'User' });
export type UserView = z.infer<typeof UserView>;

export const UserListView = z.strictObject({ users: z.array(UserView) }).meta({ id: 'UserList' });
export type UserListView = z.infer<typeof UserListView>;

/** Addresses are compared in lower case; 254 characters is what SMTP can carry (RFC 5321). */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('an address such as name@example.com'));

export const NewInvitation = z
  .strictObject({ email: Email, name: Line(80), role: z.enum(ROLES), tenant: RowId.optional() })
  .meta({
    id: 'NewInvitation',
    description: '`tenant` is for platform administrators; others invite into their own',
  });
export type NewInvitation = z.infer<typeof NewInvitation>;

export const UserChange = z
  .strictObject({
    name: Line(80).optional(),
    role: z.enum(ROLES).optional(),
    state: z.enum(['active', 'suspended']).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'say what to change')
  .meta({ id: 'UserChange' });
export type UserChange = z.infer<typeof UserChange>;

export const UserParams = z.strictObject({ id: RowId });
