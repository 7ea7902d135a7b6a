import type { Actor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';
import { startTestApi, type TestApi } from './test-api.ts';
import { createTestBrowser, type TestBrowser } from './test-browser.ts';
import { createTestTexting, type TestTexting } from './test-texting.ts';
import { createTestUser } from './test-user.ts';

/** An api that one person asks. */
export type Asked = {
  actor: Extract<Actor, { kind: 'user' }>;
  texting: TestTexting;
  server: TestApi;
  send: TestBrowser['send'];
};

/** The api as a person of that role sees it; `clock`: wall clock, ms. Close `server.api` at the end. */
export async function askedBy(
  db: TestDatabase,
  role: Role,
  { tenant = DEMO_TENANT, clock = Date.now }: { tenant?: TenantId; clock?: () => number } = {},
): Promise<Asked> {
  const { id } = await createTestUser(db, { role, tenant });
  const actor = { kind: 'user', user: id, tenant, role } as const;
  const texting = createTestTexting();
  const server = await startTestApi(db, { identify: async () => ({ actor }), texting, clock });
  return { actor, texting, server, send: createTestBrowser(server).send };
}
