import test from 'ava';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { digits, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { hoursReader } from '../../workers/calendar/hours-reader.ts';
import { NO_SETTINGS } from '../system/settings-parts.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';

const db = useTestDatabase(test, {
  prepare: async ({ tenants, numbers }) => {
    const tenant = await tenants.ensureDemoTenant(system);
    const line = { tenant, scenario: null, fallbackPrompt: 'ko/fallback.wav', enabled: true };
    await numbers.upsert(system, { ...line, digits: digits('15880000') });
  },
});
const NOW = Date.parse('2026-12-24T17:59:59+09:00');
const start = (): Promise<TestApi> =>
  startTestApi(db(), {
    settings: { ...NO_SETTINGS, hours: hoursReader },
    identify: realIdentity(db()),
    clock: () => NOW,
  });

const WORKDAY = { work: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } };
const settings = {
  enabled: true,
  weekly: {
    sun: 'holiday',
    mon: WORKDAY,
    tue: WORKDAY,
    wed: WORKDAY,
    thu: WORKDAY,
    fri: WORKDAY,
    sat: 'holiday',
  },
  subscribed: true,
};
const json = { 'Content-Type': 'application/json' };
const admin = async (): Promise<Record<string, string>> => ({
  ...json,
  ...(await sessionOf(db(), await createTestUser(db(), { tenant: DEMO_TENANT, role: 'company-admin' }))),
});

test('hours are made, saved over the revision that was seen, and say what they say now', async (t) => {
  const api = await start();
  const headers = await admin();
  const body = { name: '대표번호', owner: { kind: 'number', ref: '15880000' }, settings };
  const made = await api.send('POST', '/api/v1/calendars', JSON.stringify(body), headers);
  t.is(made.status, 200, made.text);
  t.is(made.headers['etag'], '"1"');
  const calendar = JSON.parse(made.text);
  t.like(calendar, { now: 'open', numbers: ['15880000'], owner: { label: '15880000' }, zone: 'Asia/Seoul' });
  const path = `/api/v1/calendars/${calendar.id}`;
  const change = JSON.stringify({ name: '대표번호', settings: { ...settings, enabled: false } });
  const without = await api.send('PUT', path, change, headers);
  t.is(without.status, 400);
  const saved = await api.send('PUT', path, change, { ...headers, 'If-Match': '"1"' });
  t.is(saved.status, 200, saved.text);
  t.is(saved.headers['etag'], '"2"');
  const late = await api.send('PUT', path, change, { ...headers, 'If-Match': '"1"' });
  t.is(late.status, 409);
  const list = JSON.parse((await api.get('/api/v1/calendars', headers)).text);
  t.like(
    list.calendars.find((one: { id: string }) => one.id === calendar.id),
    { enabled: false, revision: 2 },
  );
  t.is((await api.send('DELETE', path, '', headers)).status, 204);
  t.is((await api.get(path, headers)).status, 404);
  await api.api.close();
});

test('"what happens at this time?" answers any instant, says why, when it changes and when it opens', async (t) => {
  const api = await start();
  const headers = await admin();
  const ask = async (at: string, given: object = settings) => {
    const answer = await api.send(
      'POST',
      '/api/v1/hours-verdict',
      JSON.stringify({ settings: given, at }),
      headers,
    );
    t.is(answer.status, 200, answer.text);
    return JSON.parse(answer.text);
  };
  t.like(await ask('2026-12-24T17:59:59+09:00'), { verdict: 'open', until: '2026-12-24T09:00:00.000Z' });
  t.like(await ask('2026-12-24T18:00:00+09:00'), {
    verdict: 'closed',
    local: '2026-12-24 18:00:00',
    opens: '2026-12-28T00:00:00.000Z',
    why: { rule: 'weekly', weekday: 'thu' },
  });
  t.like(await ask('2026-12-25T10:00:00+09:00'), {
    verdict: 'holiday',
    why: { rule: 'publicHoliday', name: '기독탄신일' },
  });
  const told = await ask('2026-12-24T18:00:00+09:00');
  t.is(told.days.length, 14);
  await api.api.close();
});

test('a declared day closes calendars that subscribe, at once; taken back, it no longer does', async (t) => {
  const api = await start();
  const headers = await admin();
  const made = await api.send(
    'POST',
    '/api/v1/calendars',
    JSON.stringify({ name: '본사', owner: { kind: 'company' }, settings }),
    headers,
  );
  const { id } = JSON.parse(made.text);
  const at = encodeURIComponent('2026-12-28T10:00:00+09:00');
  const verdict = async () =>
    JSON.parse((await api.get(`/api/v1/calendars/${id}/verdict?at=${at}`, headers)).text).verdict;
  t.is(await verdict(), 'open');
  const day = JSON.stringify({ date: '2026-12-28', name: '임시공휴일' });
  t.is((await api.send('POST', '/api/v1/declared-holidays', day, headers)).status, 200);
  t.is(await verdict(), 'holiday');
  const year = JSON.parse((await api.get('/api/v1/public-holidays?year=2026', headers)).text);
  t.like(year.holidays.at(-1), { date: '2026-12-28', source: 'declared' });
  const everywhere = JSON.stringify({ date: '2026-12-28', name: 'x', everywhere: true });
  t.is((await api.send('POST', '/api/v1/declared-holidays', everywhere, headers)).status, 403);
  t.is((await api.send('DELETE', '/api/v1/declared-holidays?date=2026-12-28', '', headers)).status, 204);
  t.is(await verdict(), 'open');
  await api.api.close();
});

test('MO-58: an agent has hours of his own, off at first; the company sees them in its list', async (t) => {
  const api = await start();
  const agent = await createTestUser(db(), { tenant: DEMO_TENANT, role: 'agent' });
  const headers = { ...json, ...(await sessionOf(db(), agent)) };
  const first = await api.get('/api/v1/own-calendar', headers);
  t.like(JSON.parse(first.text), { revision: 0, settings: { enabled: false } });
  const body = JSON.stringify({ settings });
  const saved = await api.send('PUT', '/api/v1/own-calendar', body, headers);
  t.is(saved.status, 200, saved.text);
  t.is((await api.send('PUT', '/api/v1/own-calendar', body, headers)).status, 400, 'now there is a revision');
  const again = await api.send('PUT', '/api/v1/own-calendar', body, { ...headers, 'If-Match': '"1"' });
  t.like(JSON.parse(again.text), { revision: 2 });
  t.is((await api.get('/api/v1/calendars', headers)).status, 403);
  const list = JSON.parse((await api.get('/api/v1/calendars', await admin())).text);
  const own = list.calendars.find((one: { owner: { ref: string | null } }) => one.owner.ref === agent.id);
  t.like(own, { owner: { kind: 'user', label: agent.name } });
  await api.api.close();
});
