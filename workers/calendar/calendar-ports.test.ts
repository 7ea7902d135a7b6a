import test from 'ava';
import { CallwrightError } from '../../contracts/errors.ts';
import { TenantId } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { createCalendarPorts } from './calendar-ports.ts';

const db = useTestDatabase(test);
const tenant = TenantId.parse('3f1de6f0-4d1f-4a3c-9a55-000000000001');
const company = '3f1de6f0-4d1f-4a3c-9a55-00000000000c';
const WORKDAY = { work: { from: '09:00', to: '18:00' } };
const weekly = {
  sun: 'holiday',
  mon: WORKDAY,
  tue: WORKDAY,
  wed: WORKDAY,
  thu: WORKDAY,
  fri: WORKDAY,
  sat: 'holiday',
};
const settings = { enabled: true, weekly, subscribed: true };
const at = (local: string): number => Date.parse(`${local}+09:00`);

type Read = () => Promise<unknown>;
/** Tables whose answer a test may change between two calls. */
const tables = (read: { settings: Read; declared?: { date: string; name: string; tenant: null }[] }) =>
  ({
    calendars: { settingsOf: () => read.settings(), settingsOfNumber: () => read.settings() },
    declaredHolidays: { of: async () => read.declared ?? [] },
  }) as unknown as Pick<Repositories, 'calendars' | 'declaredHolidays'>;
const away = (): Promise<never> => Promise.reject(new CallwrightError('db/unavailable', 'away'));

test('T19: what the api has saved in Postgres holds for the next call, and other companies ask in vain', async (t) => {
  const { calendars, declaredHolidays, tenants } = db().repositories;
  const ours = await tenants.ensureDemoTenant(system);
  const owner = { kind: 'company', ref: null } as const;
  const { id } = await calendars.create(system, { tenant: ours, owner, name: '본사', settings });
  const ports = createCalendarPorts({ calendars, declaredHolidays });
  const ask = (of: typeof tenant) => ports.hoursOf({ tenant: of, company: id }, at('2026-08-04T18:00:00'));
  t.is(await ask(ours), 'closed');
  const late = { work: { from: '09:00', to: '20:00' } };
  await calendars.save(system, id, 1, {
    name: '본사',
    settings: { ...settings, weekly: { ...weekly, tue: late } },
  });
  t.is(await ask(ours), 'open');
  t.is(await ask(tenant), 'closed', 'the fixed hours');
  await declaredHolidays.declare(system, { date: '2026-08-04', name: '임시공휴일', tenant: null });
  t.is(await ask(ours), 'holiday');
});

test('T19: a save holds for the next call', async (t) => {
  const read = { settings: async (): Promise<unknown> => settings };
  const ports = createCalendarPorts(tables(read));
  const asked = { tenant, company };
  t.is(await ports.hoursOf(asked, at('2026-08-04T17:59:59')), 'open');
  t.is(await ports.hoursOf(asked, at('2026-08-04T18:00:00')), 'closed');
  const late = { work: { from: '09:00', to: '20:00' } };
  read.settings = async () => ({ ...settings, weekly: { ...weekly, tue: late } });
  t.is(await ports.hoursOf(asked, at('2026-08-04T18:00:00')), 'open');
});

test('a day that is declared now is a holiday for the next call', async (t) => {
  const read = {
    settings: async () => settings,
    declared: [] as { date: string; name: string; tenant: null }[],
  };
  const ports = createCalendarPorts(tables(read));
  t.is(await ports.hoursOf({ tenant, number: '15880000' }, at('2026-08-04T10:00:00')), 'open');
  read.declared = [{ date: '2026-08-04', name: '임시공휴일', tenant: null }];
  t.is(await ports.hoursOf({ tenant, number: '15880000' }, at('2026-08-04T10:00:00')), 'holiday');
});

test('with Postgres away the last known settings answer, for any later instant', async (t) => {
  const read = { settings: async (): Promise<unknown> => settings };
  const ports = createCalendarPorts(tables(read));
  await ports.hoursOf({ tenant, company }, at('2026-08-04T10:00:00'));
  read.settings = away;
  t.is(await ports.hoursOf({ tenant, company }, at('2026-08-05T18:00:00')), 'closed');
  read.settings = () => new Promise(() => undefined);
  t.is(await ports.hoursOf({ tenant, company }, at('2026-08-05T10:00:00')), 'open', 'nobody waits for long');
});

test('with Postgres away and nothing known the question fails, so that it is asked again', async (t) => {
  const ports = createCalendarPorts(tables({ settings: away }));
  t.like(await t.throwsAsync(ports.hoursOf({ tenant, company }, 0)), { code: 'db/unavailable' });
});

test('A18: without a calendar, the fixed hours', async (t) => {
  const ports = createCalendarPorts(tables({ settings: async () => undefined }));
  t.is(await ports.hoursOf({ tenant, number: '+82215880000' }, at('2026-01-01T12:30:00')), 'open');
  t.is(await ports.hoursOf({ tenant, number: '15880000' }, at('2026-01-02T18:00:00')), 'closed');
});

test('when it opens, and the next time of day', async (t) => {
  const ports = createCalendarPorts(tables({ settings: async () => settings }));
  const opens = { opens: { tenant, company } };
  t.is(await ports.nextInstant(opens, at('2026-09-23T18:00:00')), at('2026-09-28T09:00:00'));
  t.is(await ports.nextInstant({ time: '07:30' }, at('2026-09-23T18:00:00')), at('2026-09-24T07:30:00'));
});
