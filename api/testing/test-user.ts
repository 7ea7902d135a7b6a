import { randomUUID } from 'node:crypto';
import type { Role } from '../../contracts/api/permissions.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import type { User, UserState } from '../../db/repositories/users.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';
import { apiItself } from '../session/account-parts.ts';
import { hashPassword } from '../session/passwords.ts';
import { openSession } from '../session/sessions.ts';

export type Wanted = {
  role?: Role;
  tenant?: TenantId;
  state?: UserState;
  email?: string;
  name?: string;
  password?: string;
};

/** An account of a company that is there already (the demo one is made). Without `password` it has none, which is quick. */
export async function createTestUser(
  db: Pick<TestDatabase, 'repositories'>,
  wanted: Wanted = {},
): Promise<User> {
  const { users, tenants, credentials } = db.repositories;
  const id = randomUUID();
  await tenants.ensureDemoTenant(apiItself);
  await users.create(apiItself, {
    id,
    tenant: wanted.tenant ?? DEMO_TENANT,
    email: wanted.email ?? `${id}@example.com`,
    name: wanted.name ?? '담당자',
    role: wanted.role ?? 'company-admin',
    state: wanted.state ?? 'active',
  });
  if (wanted.password !== undefined)
    await credentials.setPassword(apiItself, id, await hashPassword(wanted.password));
  const user = await users.get(apiItself, id);
  if (user === undefined) throw new Error('the account was not made: is its address in use?');
  return user;
}

/** A session of the account without signing in; returns the header that the browser would send. */
export async function sessionOf(
  db: Pick<TestDatabase, 'repositories'>,
  user: User,
  clock: () => number = Date.now,
): Promise<{ Cookie: string }> {
  const token = await openSession({ ...db, clock }, user, { userAgent: 'test', address: '127.0.0.x' });
  return { Cookie: `__Host-callwright=${token}` };
}
