import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { digits, hashOf, newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const LINE = digits('07000000001');
const admin: Actor = { kind: 'user', user: randomUUID(), tenant: DEMO_TENANT, role: 'company-admin' };
const stranger: Actor = { ...admin, tenant: other };
const seeded = {
  digits: LINE,
  tenant: DEMO_TENANT,
  scenario: hashOf('a'),
  fallbackPrompt: 'ko/system/fallback.wav',
  enabled: true,
};
const version = (letter: string, name = 'line', tenant = DEMO_TENANT) => ({
  hash: hashOf(letter),
  tenant,
  name,
  document: { calendars: { office: letter } },
  parts: {},
});

const db = useTestDatabase(test, {
  prepare: async ({ tenants, numbers, scenarioVersions }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    await scenarioVersions.publish(system, version('a'));
    await scenarioVersions.publish(system, version('b'));
    await scenarioVersions.publish(system, version('b'));
    await scenarioVersions.publish(system, version('c', 'another'));
    await scenarioVersions.publish(system, version('d', 'line', other));
    await numbers.seed(system, seeded);
  },
});

const detail = async (actor: Actor = admin) => db().repositories.numbers.detail(actor, LINE);

test.serial('versions are numbered per company and name, in the order of publication', async (t) => {
  const { scenarioVersions } = db().repositories;
  const told = (await scenarioVersions.list(admin)).map((one) => [one.hash[0], one.name, one.version]);
  t.deepEqual(told, [
    ['c', 'another', 1],
    ['b', 'line', 2],
    ['a', 'line', 1],
  ]);
  await Promise.all(['e', 'f', '0'].map((one) => scenarioVersions.publish(system, version(one, 'at-once'))));
  const versions = (await scenarioVersions.list(system)).filter(({ name }) => name === 'at-once');
  t.deepEqual(
    versions.map((one) => one.version),
    [3, 2, 1],
  );
});

test.serial('a number is listed with its version, to its own company', async (t) => {
  const { numbers } = db().repositories;
  t.like((await numbers.list(admin))[0], {
    digits: LINE,
    enabled: true,
    scenario: { name: 'line', version: 1, calendars: { office: 'a' } },
  });
  t.deepEqual(await numbers.list(stranger), []);
  t.is(await detail(stranger), undefined);
});

test.serial('a change is audited, and moves "since" only when the number leads elsewhere', async (t) => {
  const { numbers } = db().repositories;
  const before = await detail();
  await numbers.change(admin, LINE, { fallbackPrompt: 'ko/system/waiting.wav' }, before?.updatedAt ?? 0);
  const between = await detail();
  t.is(between?.since, before?.since);
  await numbers.change(admin, LINE, { scenario: hashOf('b') }, between?.updatedAt ?? 0);
  const after = await detail();
  t.like(after, { fallbackPrompt: 'ko/system/waiting.wav', scenario: { version: 2 } });
  t.true((after?.since ?? 0) > (before?.since ?? 0));
  const entries = await db().database.knex('audit_log').where({ action: 'number.change' }).orderBy('id');
  t.deepEqual(
    entries.map((entry) => [entry.subject, entry.detail]),
    [
      [LINE, { fallbackPrompt: 'ko/system/waiting.wav' }],
      [LINE, { scenario: hashOf('b') }],
    ],
  );
});

test.serial('nobody overwrites what he has not seen, or gives a number what is not his', async (t) => {
  const { numbers } = db().repositories;
  const seen = (await detail())?.updatedAt ?? 0;
  await t.throwsAsync(numbers.change(admin, LINE, { enabled: false }, seen - 1), { message: /meanwhile/ });
  await t.throwsAsync(numbers.change(stranger, LINE, { enabled: false }, seen), {
    message: /no such number/,
  });
  for (const scenario of [hashOf('9'), hashOf('d')])
    await t.throwsAsync(numbers.change(admin, LINE, { scenario }, seen), { message: /no such scenario/ });
  t.true((await detail())?.enabled);
});

test.serial('a start leaves alone what a person has changed', async (t) => {
  const { numbers } = db().repositories;
  t.false(await numbers.seed(system, seeded));
  t.is((await detail())?.scenario?.hash, hashOf('b'));
  t.true(await numbers.upsert(system, seeded));
  t.is((await detail())?.scenario?.hash, hashOf('a'));
});
