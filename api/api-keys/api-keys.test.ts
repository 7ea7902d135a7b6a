import test from 'ava';
import { ApiKeyListView, NewApiKeyView } from '../../contracts/api/api-keys.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';
import { createKeyFinder } from './key-finder.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
let server: Promise<TestApi> | undefined;
const http = (): Promise<TestApi> => {
  server ??= startTestApi(db(), {
    identify: realIdentity(db(), { keys: createKeyFinder(db().repositories.apiKeys) }),
  });
  return server;
};
test.after.always(async () => (await server)?.api.close());

const JSON_TYPE = { 'Content-Type': 'application/json' };

async function makeKey(api: TestApi, body: object, cookie: { Cookie: string }): Promise<NewApiKeyView> {
  const answer = await api.send('POST', '/api/v1/api-keys', JSON.stringify(body), {
    ...cookie,
    ...JSON_TYPE,
  });
  return NewApiKeyView.parse(JSON.parse(answer.text));
}

test('a token is shown once, works until it is revoked, and its use is seen', async (t) => {
  const api = await http();
  const cookie = await sessionOf(db(), await createTestUser(db(), { name: '개발자' }));
  const { token, ...made } = await makeKey(api, { name: '보고서', scopes: ['calls.read'] }, cookie);
  t.regex(token, /^cw_[0-9A-Za-z]{8}_[0-9A-Za-z_-]{43}$/);
  t.true(token.startsWith(`${made.prefix}_`));
  t.like(made, { createdBy: '개발자', lastUsedAt: null, expiresAt: null });
  const bearer = { Authorization: `Bearer ${token}` };
  t.is((await api.get('/api/v1/calls', bearer)).status, 200);
  const list = await api.get('/api/v1/api-keys', cookie);
  t.false(list.text.includes(token));
  const row = ApiKeyListView.parse(JSON.parse(list.text)).apiKeys.find(({ id }) => id === made.id);
  t.truthy(row?.lastUsedAt);
  t.is((await api.send('DELETE', `/api/v1/api-keys/${made.id}`, '', cookie)).status, 204);
  t.is((await api.get('/api/v1/calls', bearer)).status, 401);
  t.false(api.logged.join('\n').includes(token));
});

test('a key does what its scopes say and makes no further key', async (t) => {
  const api = await http();
  const cookie = await sessionOf(db(), await createTestUser(db()));
  const { token } = await makeKey(api, { name: 'numbers', scopes: ['numbers.read'] }, cookie);
  const bearer = { Authorization: `Bearer ${token}`, ...JSON_TYPE };
  t.is((await api.get('/api/v1/calls', bearer)).status, 403);
  const body = JSON.stringify({ name: 'more', scopes: ['calls.read'] });
  t.is((await api.send('POST', '/api/v1/api-keys', body, bearer)).status, 403);
});

test('whatever is no token of ours is a stranger’s', async (t) => {
  const api = await http();
  const cookie = await sessionOf(db(), await createTestUser(db()));
  const { token } = await makeKey(api, { name: 'k', scopes: ['calls.read'] }, cookie);
  const last = token.endsWith('A') ? 'B' : 'A';
  for (const wrong of [
    token.slice(0, -1) + last,
    token.slice(0, -1),
    `${token}A`,
    token.toUpperCase(),
    "cw_' or 1=1",
  ])
    t.is((await api.get('/api/v1/calls', { Authorization: `Bearer ${wrong}` })).status, 401, wrong);
  const withCookie = {
    ...cookie,
    Authorization: 'Bearer cw_00000000_0000000000000000000000000000000000000000000',
  };
  t.is((await api.get('/api/v1/calls', withCookie)).status, 401, 'a wrong key is not made good by a cookie');
});

test('what is wrong with a new key is refused', async (t) => {
  const api = await http();
  const headers = { ...(await sessionOf(db(), await createTestUser(db()))), ...JSON_TYPE };
  const right = { name: 'k', scopes: ['calls.read'] };
  for (const body of [
    { ...right, scopes: [] },
    { ...right, scopes: ['users.manage'] },
    { ...right, scopes: ['calls.read', 'calls.read'] },
    { ...right, name: '' },
    { ...right, expiresAt: '2020-01-01T00:00:00Z' },
    { ...right, tenant: 'x' },
  ])
    t.is((await api.send('POST', '/api/v1/api-keys', JSON.stringify(body), headers)).status, 400);
});
