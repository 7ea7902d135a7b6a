import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { digits, newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});
const stranger: Actor = {
  kind: 'user',
  user: '3f1de6f0-4d1f-4a3c-9a55-000000000001',
  tenant: other,
  role: 'company-admin',
};
const company = { kind: 'company', ref: null } as const;
const sample = (name: string) => ({ tenant: DEMO_TENANT, owner: company, name, settings: { enabled: true } });
const number = (text: string) => ({
  digits: digits(text),
  tenant: DEMO_TENANT,
  scenario: null,
  fallbackPrompt: 'ko/fallback.wav',
  enabled: true,
});

test('a save needs the revision that was seen, and makes the next one', async (t) => {
  const { calendars } = db().repositories;
  const made = await calendars.create(system, sample('본사'));
  t.like(made, { revision: 1, numbers: [], owner: { kind: 'company', ref: null, label: null } });
  const saved = await calendars.save(system, made.id, 1, { name: '본사', settings: { enabled: false } });
  t.like(saved, { revision: 2, settings: { enabled: false } });
  const error = await t.throwsAsync(
    calendars.save(system, made.id, 1, { name: '본사', settings: { enabled: true } }),
  );
  t.like(error, { code: 'request/conflict' });
  t.like(await calendars.get(system, made.id), { revision: 2, settings: { enabled: false } });
});

test('of two saves at once one is refused', async (t) => {
  const { calendars } = db().repositories;
  const { id } = await calendars.create(system, sample('동시'));
  const saves = await Promise.allSettled(
    [1, 2].map((n) => calendars.save(system, id, 1, { name: '동시', settings: { n } })),
  );
  t.deepEqual(saves.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
});

test('another company sees, saves and removes none of it', async (t) => {
  const { calendars } = db().repositories;
  const { id } = await calendars.create(system, sample('비밀'));
  t.is(await calendars.get(stranger, id), undefined);
  t.is(await calendars.save(stranger, id, 1, { name: 'x', settings: {} }), undefined);
  t.is(await calendars.remove(stranger, id), undefined);
  t.deepEqual(await calendars.list(stranger), []);
  t.is(
    await calendars.settingsOf(system, other, id),
    undefined,
    'a scenario of another company names it in vain',
  );
});

test('a company has one calendar of a name, and a number one of its own', async (t) => {
  const { calendars, numbers } = db().repositories;
  await calendars.create(system, sample('하나'));
  t.like(await t.throwsAsync(calendars.create(system, sample('하나'))), { code: 'request/conflict' });
  await numbers.upsert(system, number('15770001'));
  const own = { ...sample('번호'), owner: { kind: 'number', ref: '15770001' } as const };
  t.deepEqual((await calendars.create(system, own)).numbers, ['15770001']);
  t.like(await t.throwsAsync(calendars.create(system, own)), { code: 'request/conflict' });
  const unknown = { ...own, owner: { kind: 'number', ref: '15779999' } as const };
  t.like(await t.throwsAsync(calendars.create(system, unknown)), { code: 'request/not-found' });
});

test('a number goes by the calendar that it chose, else by the one made for it, else by none', async (t) => {
  const { calendars, numbers } = db().repositories;
  const { knex } = db().database;
  await numbers.upsert(system, number('15770002'));
  const asked = () => calendars.settingsOfNumber(system, DEMO_TENANT, '15770002');
  t.is(await asked(), undefined);
  await calendars.create(system, {
    ...sample('번호'),
    owner: { kind: 'number', ref: '15770002' },
    settings: { own: 1 },
  });
  t.deepEqual(await asked(), { own: 1 });
  const chosen = await calendars.create(system, { ...sample('공용'), settings: { chosen: 1 } });
  await knex('numbers').update({ calendar: chosen.id }).where({ digits: '15770002' });
  t.deepEqual(await asked(), { chosen: 1 });
  t.is(await calendars.settingsOfNumber(system, other, '15770002'), undefined);
  t.like(await t.throwsAsync(calendars.remove(system, chosen.id)), { code: 'request/conflict' });
});

test('a removed calendar leaves the list and still answers the scenarios that name it', async (t) => {
  const { calendars } = db().repositories;
  const { id } = await calendars.create(system, { ...sample('옛 시간'), settings: { last: 1 } });
  t.true(await calendars.remove(system, id));
  t.is(await calendars.get(system, id), undefined);
  t.deepEqual(await calendars.settingsOf(system, DEMO_TENANT, id), { last: 1 });
  t.is((await calendars.create(system, sample('옛 시간'))).revision, 1, 'the name is free again');
});

test('declared days: everybody’s and one’s own; a company declares for itself only', async (t) => {
  const { declaredHolidays } = db().repositories;
  await declaredHolidays.declare(system, { date: '2029-04-11', name: '임시공휴일', tenant: null });
  await declaredHolidays.declare(stranger, { date: '2029-04-11', name: '선거', tenant: other });
  await declaredHolidays.declare(stranger, { date: '2029-04-11', name: '선거일', tenant: other });
  t.deepEqual(await declaredHolidays.of(system, DEMO_TENANT), [
    { date: '2029-04-11', name: '임시공휴일', tenant: null },
  ]);
  t.deepEqual(
    (await declaredHolidays.list(stranger)).map(({ name }) => name),
    ['임시공휴일', '선거일'],
  );
  const everywhere = { date: '2029-05-01', name: 'x', tenant: null };
  t.like(await t.throwsAsync(declaredHolidays.declare(stranger, everywhere)), { code: 'auth/forbidden' });
  t.true(await declaredHolidays.withdraw(stranger, { date: '2029-04-11', tenant: other }));
  t.is(await declaredHolidays.withdraw(stranger, { date: '2029-04-11', tenant: other }), undefined);
});

test('what is done to hours is recorded', async (t) => {
  const { calendars } = db().repositories;
  const { id } = await calendars.create(system, sample('기록'));
  await calendars.save(system, id, 1, { name: '기록', settings: {} });
  await calendars.remove(system, id);
  const rows = await db().database.knex('audit_log').select('action').where('subject', id).orderBy('at');
  t.deepEqual(rows.map(({ action }) => action).toSorted(), [
    'calendar.create',
    'calendar.remove',
    'calendar.save',
  ]);
});
