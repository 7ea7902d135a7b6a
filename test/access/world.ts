import { randomUUID } from 'node:crypto';
import { newKeyToken } from '../../api/api-keys/key-token.ts';
import { createTestUser, sessionOf } from '../../api/testing/test-user.ts';
import { API_KEY_SCOPES, ROLES } from '../../contracts/api/permissions.ts';
import type { User } from '../../db/repositories/users.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';
import { type Company, createCompany } from './company.ts';
import { PASSWORD, type Who } from './who.ts';

export type World = {
  own: Company;
  other: Company;
  /** Header of the one who asks; he belongs to the own company. A session is fresh each time. */
  headersOf(who: Who): Promise<Record<string, string>>;
  /** Forgets counters of tries and what is half done: they are other rules' business. */
  forget(): Promise<void>;
};

/** Two companies in one database; in the first one person a role and one API key a scope. */
export async function createWorld(db: TestDatabase, recordings: string): Promise<World> {
  const [mine, theirs] = [newTenantId(), newTenantId()];
  for (const id of [mine, theirs]) await db.repositories.tenants.create(system, { id, name: '회사' });
  const own = await createCompany(db, mine, recordings);
  const other = await createCompany(db, theirs, recordings);
  const people = new Map<Who, User>();
  for (const role of ROLES)
    people.set(role, await createTestUser(db, { tenant: mine, role, password: PASSWORD }));
  const tokens = new Map<Who, string>();
  for (const scope of API_KEY_SCOPES) {
    const { token, hash, prefix } = newKeyToken();
    const key = { id: randomUUID(), tenant: mine, name: scope, prefix, tokenHash: hash, expiresAt: null };
    await db.repositories.apiKeys.create(system, { ...key, scopes: [scope] });
    tokens.set(`key:${scope}`, token);
  }
  return {
    own,
    other,
    async headersOf(who) {
      const token = tokens.get(who);
      if (token !== undefined) return { Authorization: `Bearer ${token}` };
      const user = people.get(who);
      return user === undefined ? {} : sessionOf(db, user);
    },
    async forget() {
      for (const table of ['rate_limits', 'trunk_tests']) await db.database.knex(table).del();
      await db.database.knex('users').update({ totp_pending: null });
    },
  };
}
