import test from 'ava';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';
import { apiItself } from './account-parts.ts';
import { ABSOLUTE_MS, findSession, IDLE_MS, sessionAlive } from './sessions.ts';

const db = useTestDatabase(test);
const start = 1_790_000_000_000;

type Watch = { now: number };

async function serve(
  watch: Watch,
): Promise<{ http: TestApi; status(headers: { Cookie: string }): Promise<number> }> {
  const clock = () => watch.now;
  const http = await startTestApi(db(), { clock, identify: realIdentity(db(), { clock }) });
  return { http, status: async (headers) => (await http.get('/api/v1/session', headers)).status };
}

test('a session without requests ends after 30 minutes, not before (S18)', async (t) => {
  const watch = { now: start };
  const { http, status } = await serve(watch);
  const cookie = await sessionOf(db(), await createTestUser(db()), () => watch.now);
  watch.now += IDLE_MS - 1;
  t.is(await status(cookie), 200);
  watch.now += IDLE_MS - 1;
  t.is(await status(cookie), 200);
  watch.now += IDLE_MS;
  t.is(await status(cookie), 401);
  await http.api.close();
});

test('a busy session ends after 12 hours all the same (S18)', async (t) => {
  const watch = { now: start };
  const { http, status } = await serve(watch);
  const cookie = await sessionOf(db(), await createTestUser(db()), () => watch.now);
  while (watch.now + 20 * 60_000 < start + ABSOLUTE_MS) {
    watch.now += 20 * 60_000;
    t.is(await status(cookie), 200);
  }
  watch.now = start + ABSOLUTE_MS;
  t.is(await status(cookie), 401);
  await http.api.close();
});

test('정지 ends every session with its next request, and streams learn of it; lifting it revives none', async (t) => {
  const watch = { now: start };
  const clock = () => watch.now;
  const { http, status } = await serve(watch);
  const { users, sessions } = db().repositories;
  const user = await createTestUser(db());
  const [one, other] = [await sessionOf(db(), user, clock), await sessionOf(db(), user, clock)];
  const session = await findSession({ ...db(), clock }, one.Cookie.split('=')[1] ?? '');
  t.true(await sessionAlive({ ...db(), clock }, session?.id));
  await users.update(apiItself, user.id, { state: 'suspended' });
  t.deepEqual([await status(one), await status(other)], [401, 401]);
  t.false(await sessionAlive({ ...db(), clock }, session?.id));
  t.is(await sessions.revokeAll(apiItself, user.id, watch.now), 2);
  await users.update(apiItself, user.id, { state: 'active' });
  t.is(await status(one), 401);
  await http.api.close();
});

test('asking whether a session lives does not prolong it', async (t) => {
  const watch = { now: start };
  const clock = () => watch.now;
  const user = await createTestUser(db());
  const token = (await sessionOf(db(), user, clock)).Cookie.split('=')[1] ?? '';
  const id = (await findSession({ ...db(), clock }, token))?.id;
  for (let minutes = 5; minutes < 30; minutes += 5) {
    watch.now = start + minutes * 60_000;
    t.true(await sessionAlive({ ...db(), clock }, id));
  }
  watch.now = start + IDLE_MS;
  t.false(await sessionAlive({ ...db(), clock }, id));
  t.true(await sessionAlive({ ...db(), clock }, undefined), 'an API key has no session to end');
});

test('a session that ended more than 30 days ago is forgotten with the next sign-in', async (t) => {
  const user = await createTestUser(db());
  const day = 24 * 60 * 60_000;
  const rows = async () => (await db().database.knex('sessions').where('account', user.id)).length;
  await sessionOf(db(), user, () => start);
  await sessionOf(db(), user, () => start + 30 * day);
  t.is(await rows(), 2);
  await sessionOf(db(), user, () => start + 31 * day);
  t.is(await rows(), 2);
});

test('an administrator ends sessions of the own company only', async (t) => {
  const { repositories, database } = db();
  const tenant = '00000000-0000-4000-8000-0000000000bb';
  await database.knex('tenants').insert({ id: tenant, name: 'Other' });
  const user = await createTestUser(db());
  await sessionOf(db(), user, () => start);
  const stranger = { kind: 'user', user: user.id, tenant: tenant as never, role: 'company-admin' } as const;
  t.is(await repositories.sessions.revokeAll(stranger, user.id, start), 0);
  t.is(await repositories.users.get(stranger, user.id), undefined);
  t.is(await repositories.users.update(stranger, user.id, { role: 'agent' }), undefined);
  t.is((await repositories.users.get(apiItself, user.id))?.role, 'company-admin');
  await t.throwsAsync(repositories.credentials.of(stranger, user.id), { code: 'request/not-found' });
  await t.throwsAsync(repositories.sessions.alive(stranger, user.id, { now: start, idleMs: 1 }));
});
