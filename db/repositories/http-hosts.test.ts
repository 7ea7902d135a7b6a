import { randomUUID } from 'node:crypto';
import test from 'ava';
import { newTenantId, system } from '../testing/samples.ts';
import { personOf } from '../testing/scenario-samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { HOSTS_PER_COMPANY } from './http-hosts.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});
const stranger = personOf(other, randomUUID());

test.serial(
  'a list shows that there is a token and not which; only who asks the host gets it, sealed',
  async (t) => {
    const { httpHosts } = db().repositories;
    const made = await httpHosts.add(system, DEMO_TENANT, 'crm.example.kr', (id) => `sealed for ${id}`);
    t.like(made, { host: 'crm.example.kr', hasToken: true });
    t.false(JSON.stringify(await httpHosts.list(system)).includes('sealed'));
    t.deepEqual(await httpHosts.listed(system, DEMO_TENANT), [
      { id: made.id, host: 'crm.example.kr', token: `sealed for ${made.id}` },
    ]);
    const logged = await db().database.knex('audit_log').where('subject', made.id);
    t.false(JSON.stringify(logged).includes('sealed'));
  },
);

test('a host is on the list of one company once', async (t) => {
  const { httpHosts } = db().repositories;
  const adding = [1, 2].map(() => httpHosts.add(system, DEMO_TENANT, 'twice.example.kr', null));
  const results = await Promise.allSettled(adding);
  t.is(results.filter(({ status }) => status === 'fulfilled').length, 1);
  t.like(
    results.find(({ status }) => status === 'rejected'),
    { reason: { code: 'request/conflict' } },
  );
  await t.notThrowsAsync(httpHosts.add(system, other, 'twice.example.kr', null));
});

test('another company sees no host of this one, and takes none away', async (t) => {
  const { httpHosts } = db().repositories;
  const { id } = await httpHosts.add(system, DEMO_TENANT, 'own.example.kr', null);
  t.false((await httpHosts.list(stranger)).some((row) => row.id === id));
  await t.throwsAsync(httpHosts.listed(stranger, DEMO_TENANT), { code: 'request/not-found' });
  await t.throwsAsync(httpHosts.add(stranger, DEMO_TENANT, 'x.example.kr', null));
  t.false(await httpHosts.remove(stranger, id));
  t.true(await httpHosts.remove(system, id));
  t.false(await httpHosts.remove(system, id));
});

test('a company lists a bounded number of hosts', async (t) => {
  const tenant = newTenantId();
  await db().repositories.tenants.create(system, { id: tenant, name: 'Many' });
  const rows = Array.from({ length: HOSTS_PER_COMPANY }, (_, at) => ({
    ...{ id: randomUUID(), tenant, host: `h${at}.example.kr` },
  }));
  await db().database.knex.batchInsert('http_hosts', rows);
  const { httpHosts } = db().repositories;
  await t.throwsAsync(httpHosts.add(system, tenant, 'more.example.kr', null), { message: /at most/ });
});
