import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { digits, hashOf, newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});
const user = '3f1de6f0-4d1f-4a3c-9a55-000000000001';
const stranger: Actor = { kind: 'user', user, tenant: other, role: 'company-admin' };

test('the demo tenant is made once; a person sees his own tenant', async (t) => {
  const { tenants } = db().repositories;
  t.is(await tenants.ensureDemoTenant(system), DEMO_TENANT);
  t.is((await tenants.list(system)).length, 2);
  t.deepEqual(await tenants.list(stranger), [{ id: other, name: 'Other' }]);
  await t.throwsAsync(tenants.create(stranger, { id: newTenantId(), name: 'Mine' }));
});

test('a published version never changes, and its parts come one by one', async (t) => {
  const { scenarioVersions } = db().repositories;
  const hash = hashOf('a');
  const parts = { main: { blocks: [1, '둘'] }, pin: { blocks: [] } };
  const version = { hash, tenant: DEMO_TENANT, name: 'main-line', document: { schema: 1 }, parts };
  await scenarioVersions.publish(system, version);
  await scenarioVersions.publish(system, { ...version, name: 'another', parts: {} });
  t.deepEqual(await scenarioVersions.part(system, hash, 'main'), parts.main);
  t.is(await scenarioVersions.part(system, hash, '__proto__'), undefined);
  const entry = await scenarioVersions.entry(system, hash);
  t.like(entry, { hash, tenant: DEMO_TENANT, name: 'main-line', document: { schema: 1 } });
  t.deepEqual(entry?.partIds.toSorted(), ['main', 'pin']);
  t.is(await scenarioVersions.entry(system, hashOf('b')), undefined);
  t.is(await scenarioVersions.part(stranger, hash, 'main'), undefined);
  t.is(await scenarioVersions.entry(stranger, hash), undefined);
});

test('two companies may publish the same version: each has a row, and a number leads to one of its own', async (t) => {
  const { scenarioVersions, numbers, callScenarios } = db().repositories;
  const hash = hashOf('d');
  const version = { hash, name: 'shared', document: { schema: 1 }, parts: { main: { blocks: [] } } };
  await scenarioVersions.publish(system, { ...version, tenant: DEMO_TENANT });
  t.is(await scenarioVersions.part(stranger, hash, 'main'), undefined);
  const row = {
    digits: digits('15990000'),
    tenant: other,
    scenario: hash,
    fallbackPrompt: 'x',
    enabled: true,
  };
  await t.throwsAsync(numbers.upsert(system, row), undefined, 'of another company only');
  await scenarioVersions.publish(system, { ...version, tenant: other });
  t.deepEqual(await scenarioVersions.part(stranger, hash, 'main'), { blocks: [] });
  t.deepEqual(await scenarioVersions.part(system, hash, 'main'), { blocks: [] });
  t.like(await callScenarios.document(stranger, other, hash), { name: 'shared', version: 1 });
  t.is(await callScenarios.document(stranger, DEMO_TENANT, hash), undefined);
  await numbers.upsert(system, row);
  t.is((await numbers.list(stranger)).length, 1, 'one line, not one for each company');
  t.is((await scenarioVersions.list(system)).filter((one) => one.hash === hash).length, 2);
  await db().database.knex('numbers').where('digits', row.digits).del();
});

test('a number belongs to the tenant that has it', async (t) => {
  const { numbers, scenarioVersions } = db().repositories;
  const hash = hashOf('c');
  await scenarioVersions.publish(system, { hash, tenant: DEMO_TENANT, name: 'n', document: {}, parts: {} });
  const row = {
    digits: digits('15880000'),
    tenant: DEMO_TENANT,
    scenario: hash,
    fallbackPrompt: 'ko/fallback.wav',
    enabled: true,
  };
  t.true(await numbers.upsert(system, row));
  t.true(await numbers.upsert(system, { ...row, scenario: null, enabled: false }));
  t.deepEqual(await numbers.all(system), [{ ...row, scenario: null, follows: null, enabled: false }]);
  t.false(await numbers.upsert(stranger, { ...row, tenant: other }), 'taken');
  t.is((await numbers.all(system))[0]?.tenant, DEMO_TENANT);
  t.deepEqual(await numbers.all(stranger), []);
  await t.throwsAsync(numbers.upsert(stranger, row), { name: 'CallwrightError' });
});

test('the audit log takes an effect once and can never be rewritten', async (t) => {
  const { auditLog } = db().repositories;
  const { knex } = db().database;
  const entry = { effect: randomUUID(), action: 'scenario.publish', subject: 'main-line', detail: { n: 1 } };
  await auditLog.append(stranger, entry);
  await auditLog.append(stranger, entry);
  const rows = await knex('audit_log').select('*');
  t.is(rows.length, 1);
  t.like(rows[0], { tenant: other, actor_kind: 'user', actor: user, detail: { n: 1 } });
  await t.throwsAsync(knex('audit_log').update({ action: 'x' }), { message: /append-only/ });
  await t.throwsAsync(knex('audit_log').delete(), { message: /append-only/ });
  await t.throwsAsync(knex.raw('truncate audit_log'), { message: /append-only/ });
  await t.throwsAsync(auditLog.append(stranger, { ...entry, effect: randomUUID(), tenant: DEMO_TENANT }));
});

test('each role’s parts are kept with their age, the newest word only', async (t) => {
  const { partHealth } = db().repositories;
  const source = { role: 'switch-worker', instance: 'a' } as const;
  await partHealth.report(system, source, [{ part: 'switch', ok: true, lastSuccessAt: 1_000 }]);
  await partHealth.report(system, source, [
    { part: 'switch', ok: false, lastSuccessAt: 1_000, lastErrorAt: 2_000, lastError: 'gone' },
    { part: 'temporal', ok: true, lastSuccessAt: 2_000 },
  ]);
  await partHealth.report(system, source, []);
  const all = await partHealth.all(system);
  t.is(all.length, 2);
  t.like(all[0], { ...source, part: 'switch', ok: false, lastError: 'gone', lastErrorAt: 2_000 });
  t.true(all.every((part) => part.ageMs >= 0));
  await db()
    .database.knex('part_health')
    .where('part', 'switch')
    .update({ reported_at: new Date(0) });
  t.true(((await partHealth.all(system))[0]?.ageMs ?? 0) > 20_000);
  await partHealth.forgetOlderThan(system, 3_600_000);
  t.deepEqual(
    (await partHealth.all(system)).map((part) => part.part),
    ['temporal'],
  );
  await t.throwsAsync(partHealth.all(stranger));
});
