import test from 'ava';
import { TenantListView, TenantView } from '../../contracts/api/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });

test('a platform administrator makes and renames companies, and both are recorded', async (t) => {
  const api = await startTestApi(db(), { identify: realIdentity(db()) });
  const boss = await createTestUser(db(), { role: 'platform-admin' });
  const headers = { ...(await sessionOf(db(), boss)), 'Content-Type': 'application/json' };
  const made = await api.send('POST', '/api/v1/tenants', JSON.stringify({ name: ' 부산 물산 ' }), headers);
  const tenant = TenantView.parse(JSON.parse(made.text));
  t.is(tenant.name, '부산 물산');
  const path = `/api/v1/tenants/${tenant.id}`;
  t.is((await api.send('PATCH', path, JSON.stringify({ name: '부산 상사' }), headers)).status, 200);
  const list = TenantListView.parse(JSON.parse((await api.get('/api/v1/tenants', headers)).text));
  t.true(list.tenants.some(({ id, name }) => id === tenant.id && name === '부산 상사'));
  const nobody = '00000000-0000-4000-8000-0000000000ff';
  t.is(
    (await api.send('PATCH', `/api/v1/tenants/${nobody}`, JSON.stringify({ name: 'x' }), headers)).status,
    404,
  );
  t.is((await api.send('PATCH', path, JSON.stringify({ name: 'a\u0007b' }), headers)).status, 400);
  const { entries } = await db().repositories.auditLog.list(system, { action: 'tenant.', limit: 10 });
  t.deepEqual(
    entries.map((entry) => [entry.action, entry.actor]),
    [
      ['tenant.rename', boss.id],
      ['tenant.create', boss.id],
    ],
  );
  await api.api.close();
});
