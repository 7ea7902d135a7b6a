import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { acceptSample, mobile, NOON, samplePlan } from '../testing/message-samples.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  async prepare({ tenants }) {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});

const admin = (tenant = DEMO_TENANT): Actor => ({
  kind: 'user',
  user: randomUUID(),
  tenant,
  role: 'company-admin',
});
const wish = { tenant: DEMO_TENANT, source: 'person', note: null } as const;

test.serial('the wider wish stays; taking it back is recorded without the number', async (t) => {
  const { optOuts, auditLog } = db().repositories;
  const digits = mobile(1);
  await optOuts.add(admin(), { ...wish, digits, scope: 'ad' });
  await optOuts.add(admin(), { ...wish, digits, scope: 'all' });
  t.like(await optOuts.add(admin(), { ...wish, digits, scope: 'ad' }), { scope: 'all' });
  await t.throwsAsync(optOuts.remove(admin(other), DEMO_TENANT, digits), { code: 'request/not-found' });
  t.true(await optOuts.remove(admin(), DEMO_TENANT, digits));
  t.false(await optOuts.remove(admin(), DEMO_TENANT, digits));
  const { entries } = await auditLog.list(admin(), { action: 'opt-out.', limit: 9 });
  t.is(entries.length, 4);
  t.false(JSON.stringify(entries).includes(digits));
});

test.serial('pages together are the whole list', async (t) => {
  const { optOuts } = db().repositories;
  const all = [2, 3, 4, 5, 6].map(mobile);
  for (const digits of all) await optOuts.add(admin(), { ...wish, digits, scope: 'all' });
  const seen: string[] = [];
  let cursor: { at: number; digits: string } | null | undefined;
  do {
    const page = await optOuts.list(admin(), { limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.optOuts.map(({ digits }) => digits));
    cursor = page.next;
  } while (cursor !== null);
  t.deepEqual(seen, all.toReversed());
  t.is((await optOuts.list(admin(), { limit: 9, number: '0004' })).optOuts.length, 1);
  t.deepEqual((await optOuts.list(admin(other), { limit: 9 })).optOuts, []);
});

test.serial('who told the provider is left alone by every company that texted him', async (t) => {
  const { optOuts } = db().repositories;
  await acceptSample(db().repositories, samplePlan(20), { tenant: other });
  const numbers = [
    { digits: mobile(20), at: NOON },
    { digits: mobile(999), at: NOON },
  ];
  t.is(await optOuts.fromProvider(system, numbers), 1);
  t.is(await optOuts.fromProvider(system, numbers), 0);
  t.deepEqual((await optOuts.list(admin(other), { limit: 9 })).optOuts, [
    { digits: mobile(20), tenant: other, scope: 'ad', source: 'provider', note: null, at: NOON },
  ]);
});

test.serial('a new consent replaces the old one and lifts no opt-out', async (t) => {
  const { adConsents, optOuts } = db().repositories;
  const numbers = [mobile(31), mobile(32), mobile(31)];
  await optOuts.add(admin(), { ...wish, digits: mobile(31), scope: 'ad' });
  await optOuts.add(admin(), { ...wish, digits: mobile(32), scope: 'all' });
  t.is(await adConsents.add(admin(), DEMO_TENANT, { numbers, night: true, source: 'form' }), 2);
  t.is((await optOuts.list(admin(), { limit: 9, number: mobile(31) })).optOuts.length, 1);
  t.is((await optOuts.list(admin(), { limit: 9, number: mobile(32) })).optOuts.length, 1);
  t.true(await adConsents.withdraw(admin(), DEMO_TENANT, mobile(31)));
  t.false(await adConsents.withdraw(admin(), DEMO_TENANT, mobile(31)));
  const [first] = (await adConsents.list(admin(), { limit: 9, number: mobile(31) })).consents;
  t.true(first?.night);
  t.is(typeof first?.withdrawnAt, 'number');
  await adConsents.add(admin(), DEMO_TENANT, { numbers, night: false, source: 'call' });
  t.like((await adConsents.list(admin(), { limit: 9, number: mobile(31) })).consents[0], {
    night: false,
    source: 'call',
    withdrawnAt: null,
  });
});
