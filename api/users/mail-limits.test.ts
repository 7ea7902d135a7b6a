import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { User } from '../../db/repositories/users.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { type Answer, realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';

const db = useTestDatabase(test);
let server: Promise<TestApi> | undefined;
const http = (): Promise<TestApi> => {
  server ??= startTestApi(db(), { identify: realIdentity(db()) });
  return server;
};
test.after.always(async () => (await server)?.api.close());

async function administrators(): Promise<[User, User]> {
  const tenant = newTenantId();
  await db().repositories.tenants.create(system, { id: tenant, name: '서울 상사' });
  return [await createTestUser(db(), { tenant }), await createTestUser(db(), { tenant })];
}

async function post(by: User, path: string, body?: object): Promise<Answer> {
  const headers = { ...(await sessionOf(db(), by)), 'Content-Type': 'application/json' };
  return (await http()).send(
    'POST',
    `/api/v1${path}`,
    body === undefined ? '' : JSON.stringify(body),
    headers,
  );
}

const mailsTo = async (email: string): Promise<string[]> =>
  (await db().repositories.outbox.list(system, { limit: 200 })).mails.flatMap(({ id, to }) =>
    to === email ? [id] : [],
  );

test('one address gets five mails an hour, whichever administrator asks', async (t) => {
  const [one, other] = await administrators();
  const agent = await createTestUser(db(), { tenant: one.tenant, role: 'agent' });
  for (let n = 0; n < 5; n++)
    t.is((await post(n % 2 === 0 ? one : other, `/users/${agent.id}/reset`)).status, 204);
  for (const by of [one, other]) {
    const answer = await post(by, `/users/${agent.id}/reset`);
    t.is(answer.status, 429);
    t.true(Number(answer.headers['retry-after']) > 3_000);
  }
  const body = { email: agent.email.toUpperCase(), name: '이름', role: 'agent' };
  t.is((await post(one, '/users/invitations', body)).status, 429, 'an invitation is a mail too');
  t.is((await mailsTo(agent.email)).length, 5);
});

test('one administrator sends fifty mails an hour; his colleague still can', async (t) => {
  const [one, other] = await administrators();
  const invite = async (by: User): Promise<number> => {
    const body = { email: `${randomUUID()}@example.com`, name: '이름', role: 'agent' };
    return (await post(by, '/users/invitations', body)).status;
  };
  const answers = [];
  for (let n = 0; n < 51; n++) answers.push(await invite(one));
  t.deepEqual(answers, [...Array.from({ length: 50 }, () => 200), 429]);
  t.is(await invite(other), 200);
});

test('sending a mail again is counted too', async (t) => {
  const [one] = await administrators();
  const agent = await createTestUser(db(), { tenant: one.tenant, role: 'agent' });
  await post(one, `/users/${agent.id}/reset`);
  const [mail] = await mailsTo(agent.email);
  const answers = [];
  for (let n = 0; n < 6; n++) answers.push((await post(one, `/outbox/${mail}/resend`)).status);
  // Without a mail server nothing goes out: 409.
  t.deepEqual(answers, [409, 409, 409, 409, 409, 429]);
});
