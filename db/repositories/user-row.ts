import type { Knex } from 'knex';
import type { Role } from '../../contracts/api/permissions.ts';
import type { TenantId } from '../../contracts/ids.ts';

export type UserState = 'active' | 'suspended' | 'invited';

/** A person's account; times in ms since 1970. */
export type User = {
  id: string;
  tenant: TenantId;
  tenantName: string;
  email: string;
  name: string;
  role: Role;
  state: UserState;
  hasPassword: boolean;
  secondFactor: boolean;
  createdAt: number;
  lastSignInAt: number | null;
};

export type UserRow = Omit<User, 'createdAt' | 'lastSignInAt'> & {
  createdAt: Date;
  lastSignInAt: Date | null;
};

/** Columns of a `User`, under its field names; for queries on `users`, also joined to `sessions`. */
export const userColumns = (knex: Knex): Knex.Raw =>
  knex.raw(`users.id, users.tenant, users.email, users.name, users.role, users.state,
    (select tenants.name from tenants where tenants.id = users.tenant) as "tenantName",
    users.password_hash is not null as "hasPassword", users.totp_secret is not null as "secondFactor",
    users.created_at as "createdAt", users.last_sign_in_at as "lastSignInAt"`);

export const toUser = (row: UserRow): User => ({
  id: row.id,
  tenant: row.tenant,
  tenantName: row.tenantName,
  email: row.email,
  name: row.name,
  role: row.role,
  state: row.state,
  hasPassword: row.hasPassword,
  secondFactor: row.secondFactor,
  createdAt: row.createdAt.getTime(),
  lastSignInAt: row.lastSignInAt?.getTime() ?? null,
});
