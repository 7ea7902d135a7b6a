import type { Expected } from './expectations.ts';
import { ADMINS, EVERYBODY, LISTENERS, PEOPLE, PLATFORM, WATCHERS, type Who } from './who.ts';

const READERS: readonly Who[] = [...WATCHERS, 'key:calls.read'];

/** The phones of the simulator are not here: who may use them learns that there is none (404). */
const NO_PHONE = { may: PEOPLE, ok: 404 } as const;
const OF_CALL = { params: { id: '3f1de6f0-4d1f-4a3c-9a55-000000000001' } };

/** A route about one call, which platform administrators reach in every company. */
const ofCall = (may: readonly Who[], body?: object): Expected => ({
  may,
  ok: 200,
  everywhere: PLATFORM,
  row: async (company) => ({ params: { id: await company.call() }, body }),
});

/** Calls, live screens, the browser's telephone, prompts. */
export const CALLS: Readonly<Record<string, Expected>> = {
  'get /api/v1/calls': { may: READERS, ok: 200 },
  'get /api/v1/calls/export': {
    may: [...LISTENERS, 'key:calls.export'],
    ok: 200,
    fill: { query: 'format=csv' },
  },
  'get /api/v1/calls/:id': ofCall(READERS),
  'get /api/v1/calls/:id/graph': ofCall(READERS),
  'get /api/v1/calls/:id/technical': ofCall(ADMINS),
  'post /api/v1/calls/:id/command': {
    may: LISTENERS,
    ok: 204,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: await company.call() }, body: { command: 'handler' } }),
  },
  'post /api/v1/calls/:id/unmask': ofCall(ADMINS, { reason: '고객이 다시 전화해 달라고 함' }),
  'get /api/v1/calls/:id/recordings/:file': {
    may: LISTENERS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: await company.recording() }),
  },
  'get /api/v1/live/calls': { may: WATCHERS, ok: 200 },

  'get /api/v1/phone': { may: PEOPLE, ok: 200 },
  'get /api/v1/phone/events': { ...NO_PHONE, fill: { query: 'line=1001' } },
  'put /api/v1/phone/lines/:number': { ...NO_PHONE, fill: { params: { number: '1001' }, body: {} } },
  'delete /api/v1/phone/lines/:number': { ...NO_PHONE, fill: { params: { number: '1001' } } },
  'post /api/v1/phone/calls': { ...NO_PHONE, fill: { body: { from: '1001', to: '15880000' } } },
  'post /api/v1/phone/calls/:id/press': { ...NO_PHONE, fill: { ...OF_CALL, body: { keys: '1' } } },
  'post /api/v1/phone/calls/:id/hang-up': { ...NO_PHONE, fill: OF_CALL },
  'post /api/v1/phone/calls/:id/answer': { ...NO_PHONE, fill: OF_CALL },
  'post /api/v1/phone/calls/:id/reject': { ...NO_PHONE, fill: OF_CALL },
  'put /api/v1/phone/calls/:id/voice': { ...NO_PHONE, fill: OF_CALL },
  // No prompts in this installation: 404 says that the door was open.
  'get /api/v1/prompts/*path': {
    may: EVERYBODY.filter((who) => who !== 'stranger'),
    ok: 404,
    fill: { params: { path: 'ko/main/menu.wav' } },
  },
};
