import type { Company } from './company.ts';
import type { Expected, Fill } from './expectations.ts';
import { ADMINS, KEYS, PEOPLE, PLATFORM, WATCHERS, type Who } from './who.ts';

const WORKDAY = { work: { from: '09:00', to: '18:00' } };
const SETTINGS = {
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

const calendar = async (company: Company, body?: () => unknown): Promise<Fill> => {
  const { id } = await company.calendar({ ...SETTINGS, added: [], removed: [], exceptions: [] });
  return { params: { id }, ...(body === undefined ? {} : { body: body(), headers: { 'If-Match': '"1"' } }) };
};
const of = (may: readonly Who[], body?: () => unknown, ok = 200): Expected => ({
  may,
  ok,
  everywhere: PLATFORM,
  row: (company) => calendar(company, body),
});

/** Business hours and holidays. */
export const CALENDARS: Readonly<Record<string, Expected>> = {
  'get /api/v1/calendars': { may: WATCHERS, ok: 200 },
  // Without a name: 400 says that the door was open.
  'post /api/v1/calendars': { may: ADMINS, ok: 400, fill: { body: {} } },
  'get /api/v1/calendars/:id': of(WATCHERS),
  'put /api/v1/calendars/:id': of(ADMINS, () => ({ name: crypto.randomUUID(), settings: SETTINGS })),
  'delete /api/v1/calendars/:id': of(ADMINS, undefined, 204),
  'get /api/v1/calendars/:id/verdict': of(WATCHERS),
  'get /api/v1/own-calendar': { may: PEOPLE, ok: 200 },
  'put /api/v1/own-calendar': { may: PEOPLE, ok: 200, fill: { body: { settings: SETTINGS } } },
  'post /api/v1/hours-verdict': {
    may: [...PEOPLE, ...KEYS],
    ok: 200,
    fill: { body: { settings: SETTINGS, at: '2026-12-24T18:00:00+09:00' } },
  },
  'get /api/v1/public-holidays': { may: [...PEOPLE, ...KEYS], ok: 200, fill: { query: 'year=2026' } },
  'get /api/v1/declared-holidays': { may: WATCHERS, ok: 200 },
  'post /api/v1/declared-holidays': {
    may: ADMINS,
    ok: 200,
    fill: { body: { date: '2030-02-02', name: '임시공휴일' } },
  },
  'delete /api/v1/declared-holidays': { may: ADMINS, ok: 404, fill: { query: 'date=2031-01-01' } },
};
