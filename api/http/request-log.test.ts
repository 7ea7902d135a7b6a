import test from 'ava';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { createKeyFinder } from '../api-keys/key-finder.ts';
import { newKeyToken } from '../api-keys/key-token.ts';
import { apiItself } from '../session/account-parts.ts';
import { realIdentity, startTestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';

const db = useTestDatabase(test);

test('each line of the request log says who asked, refused ones too, and never by address (ASVS 16.3.2)', async (t) => {
  const { apiKeys } = db().repositories;
  const http = await startTestApi(db(), { identify: realIdentity(db(), { keys: createKeyFinder(apiKeys) }) });
  const user = await createTestUser(db(), { role: 'agent' });
  const { token, hash, prefix } = newKeyToken();
  const id = crypto.randomUUID();
  const key = { id, tenant: user.tenant, name: 'k', prefix, tokenHash: hash, expiresAt: null };
  await apiKeys.create(apiItself, { ...key, scopes: ['calls.read'] });
  const asked: [Record<string, string>, number, string][] = [
    [{}, 401, 'stranger'],
    [await sessionOf(db(), user), 403, `user:${user.id}`],
    [{ Authorization: `Bearer ${token}` }, 200, `api-key:${id}`],
  ];
  for (const [headers, status, actor] of asked) {
    t.is((await http.get('/api/v1/calls', headers)).status, status);
    const line = JSON.parse(http.logged.findLast((text) => text.includes('"request"')) ?? '{}');
    t.like(line, { actor, status, route: '/api/v1/calls' });
  }
  t.false(http.logged.join().includes(user.email));
  t.false(http.logged.join().includes(user.name));
  await http.api.close();
});
