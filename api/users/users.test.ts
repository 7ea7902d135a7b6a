import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Role } from '../../contracts/api/permissions.ts';
import { UserListView, UserView } from '../../contracts/api/users.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { User, UserState } from '../../db/repositories/users.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { hashToken } from '../session/tokens.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
let server: Promise<TestApi> | undefined;
const http = (): Promise<TestApi> => {
  server ??= startTestApi(db(), { identify: realIdentity(db()) });
  return server;
};
test.after.always(async () => (await server)?.api.close());

/** A company of the test's own: who is its last administrator is nobody else's business. */
async function newCompany(): Promise<TenantId> {
  const id = newTenantId();
  await db().repositories.tenants.create(system, { id, name: '서울 상사' });
  return id;
}

const member = (tenant: TenantId, role: Role, state: UserState = 'active'): Promise<User> =>
  createTestUser(db(), { tenant, role, state });

type Change = { status: number; code?: string; user?: UserView };

async function patch(by: User, whom: User, change: object): Promise<Change> {
  const api = await http();
  const answer = await api.send('PATCH', `/api/v1/users/${whom.id}`, JSON.stringify(change), {
    ...(await sessionOf(db(), by)),
    'Content-Type': 'application/json',
  });
  const body = JSON.parse(answer.text);
  return answer.status === 200
    ? { status: 200, user: UserView.parse(body) }
    : { status: answer.status, code: body.code };
}

test('정지 ends every session with the next request, and its end gives none back', async (t) => {
  const api = await http();
  const tenant = await newCompany();
  const [admin, agent] = [await member(tenant, 'company-admin'), await member(tenant, 'agent')];
  const cookie = await sessionOf(db(), agent);
  t.is((await api.get('/api/v1/session', cookie)).status, 200);
  t.like(await patch(admin, agent, { state: 'suspended' }), { status: 200, user: { state: 'suspended' } });
  t.is((await api.get('/api/v1/session', cookie)).status, 401);
  // Without a password yet: back to the invitation, not past it.
  t.like(await patch(admin, agent, { state: 'active' }), { user: { state: 'invited' } });
  t.is((await api.get('/api/v1/session', cookie)).status, 401);
});

test('a new role ends the sessions, so that nothing opened under the old one goes on', async (t) => {
  const api = await http();
  const tenant = await newCompany();
  const [admin, someone] = [await member(tenant, 'company-admin'), await member(tenant, 'supervisor')];
  const cookie = await sessionOf(db(), someone);
  t.is((await patch(admin, someone, { name: '새 이름' })).status, 200);
  t.is((await api.get('/api/v1/session', cookie)).status, 200, 'a new name changes nothing');
  t.is((await patch(admin, someone, { role: 'agent' })).status, 200);
  t.is((await api.get('/api/v1/session', cookie)).status, 401);
});

test('nobody suspends himself, and a company keeps an administrator', async (t) => {
  const tenant = await newCompany();
  const admin = await member(tenant, 'company-admin');
  await member(tenant, 'company-admin', 'suspended');
  await member(tenant, 'company-admin', 'invited');
  const platform = await member(await newCompany(), 'platform-admin');
  const last = { status: 409, code: 'request/conflict' };
  t.like(await patch(admin, admin, { state: 'suspended' }), last);
  t.like(await patch(admin, admin, { role: 'agent' }), last, 'those who cannot sign in do not count');
  t.like(await patch(platform, admin, { state: 'suspended' }), last);
  const second = await member(tenant, 'company-admin');
  t.is((await patch(admin, admin, { role: 'agent' })).status, 200);
  t.like(await patch(second, second, { role: 'agent' }), last);
});

test('two administrators who demote each other at once leave one', async (t) => {
  for (let round = 0; round < 4; round++) {
    const tenant = await newCompany();
    const [a, b] = [await member(tenant, 'company-admin'), await member(tenant, 'company-admin')];
    const { people } = db().repositories;
    const actor = (user: User) => ({ kind: 'user', user: user.id, tenant, role: 'company-admin' }) as const;
    const results = await Promise.allSettled([
      people.change(actor(a), b.id, { role: 'agent' }, Date.now()),
      people.change(actor(b), a.id, { role: 'agent' }, Date.now()),
    ]);
    t.is(results.filter((result) => result.status === 'fulfilled').length, 1);
  }
});

test('only platform administrators make, change or write to one of their own', async (t) => {
  const api = await http();
  const tenant = await newCompany();
  const [admin, boss] = [await member(tenant, 'company-admin'), await member(tenant, 'platform-admin')];
  const agent = await member(tenant, 'agent');
  const no = { status: 403, code: 'auth/forbidden' };
  t.like(await patch(admin, agent, { role: 'platform-admin' }), no);
  t.like(await patch(admin, boss, { name: 'x' }), no);
  t.like(await patch(admin, boss, { state: 'suspended' }), no);
  for (const deed of ['sign-out', 'reset'])
    t.is(
      (await api.send('POST', `/api/v1/users/${boss.id}/${deed}`, '', await sessionOf(db(), admin))).status,
      403,
    );
  t.is((await patch(boss, agent, { role: 'platform-admin' })).status, 200);
});

test('an invitation is an account, a link that works, a mail and an entry', async (t) => {
  const api = await http();
  const tenant = await newCompany();
  const admin = await member(tenant, 'company-admin');
  const headers = { ...(await sessionOf(db(), admin)), 'Content-Type': 'application/json' };
  const invite = (body: object) =>
    api.send('POST', '/api/v1/users/invitations', JSON.stringify(body), headers);
  const email = `New.${randomUUID()}@Example.com`;
  const answer = await invite({ email, name: '상담원', role: 'agent' });
  t.is(answer.status, 200, answer.text);
  const user = UserView.parse(JSON.parse(answer.text));
  t.like(user, { tenant, email: email.toLowerCase(), state: 'invited', role: 'agent' });
  const { outbox, oneTimeLinks, auditLog } = db().repositories;
  const [mail] = (await outbox.list(system, { limit: 200 })).mails.filter(({ to }) => to === user.email);
  t.like(mail, { tenant, kind: 'invitation', state: 'kept' });
  const { body = '' } = (await outbox.read(system, mail?.id ?? '')) ?? {};
  const token = /http:\/\/127\.0\.0\.1:3000\/invitation#(\S+)/.exec(body)?.[1] ?? '';
  t.is(await oneTimeLinks.peek(system, hashToken(token), 'invite', Date.now()), user.id);
  const { entries } = await auditLog.list(system, { action: 'user.invite', limit: 200 });
  t.true(entries.some((entry) => entry.subject === user.id && entry.actor === admin.id));
  t.is((await invite({ email: email.toUpperCase(), name: 'x', role: 'agent' })).status, 409);
  const again = await api.send('POST', `/api/v1/users/${user.id}/reset`, '', headers);
  t.is(again.status, 204, again.text);
  t.is(
    await oneTimeLinks.peek(system, hashToken(token), 'invite', Date.now()),
    undefined,
    'the newer mail counts',
  );
});

test('a refused invitation leaves no account, mail or entry behind', async (t) => {
  const { people, users, outbox } = db().repositories;
  const tenant = await newCompany();
  const email = `${randomUUID()}@example.com`;
  const user = { id: randomUUID(), tenant, email, name: 'x', role: 'agent' } as const;
  await t.throwsAsync(people.invite(system, user, async () => Promise.reject(new Error('no link'))));
  t.is(await users.byEmail(system, email), undefined);
  t.false((await outbox.list(system, { limit: 200 })).mails.some(({ to }) => to === email));
});

test('what is wrong with an invitation is said by field', async (t) => {
  const api = await http();
  const tenant = await newCompany();
  const headers = {
    ...(await sessionOf(db(), await member(tenant, 'company-admin'))),
    'Content-Type': 'application/json',
  };
  const right = { email: 'a@example.com', name: '김', role: 'agent' };
  const wrong = [
    [{ ...right, email: 'nobody' }, 'email'],
    [{ ...right, email: 'a@example.com\r\nBcc: b@example.com' }, 'email'],
    [{ ...right, name: 'a\nb' }, 'name'],
    [{ ...right, name: '  ' }, 'name'],
    [{ ...right, role: 'root' }, 'role'],
    [{ ...right, state: 'active' }, ''],
  ] as const;
  for (const [body, field] of wrong) {
    const answer = await api.send('POST', '/api/v1/users/invitations', JSON.stringify(body), headers);
    t.is(answer.status, 400, answer.text);
    t.true(
      JSON.parse(answer.text).errors.some((error: { field: string }) => error.field === field),
      answer.text,
    );
  }
  const elsewhere = { ...right, tenant: await newCompany() };
  t.is((await api.send('POST', '/api/v1/users/invitations', JSON.stringify(elsewhere), headers)).status, 404);
});

test('the list shows the own company and no secret', async (t) => {
  const api = await http();
  const tenant = await newCompany();
  const admin = await createTestUser(db(), { tenant, password: 'long enough to count' });
  const answer = await api.get('/api/v1/users', await sessionOf(db(), admin));
  t.deepEqual(
    UserListView.parse(JSON.parse(answer.text)).users.map((user) => user.id),
    [admin.id],
  );
  t.notRegex(answer.text, /argon2|hash/i);
});
