import { randomUUID } from 'node:crypto';
import { smallDocument, TEST_DRAFT } from './company-scenarios.ts';
import type { Expected } from './expectations.ts';
import { ADMINS, PLATFORM, WATCHERS, type Who } from './who.ts';

const AT = '/api/v1/scenarios';
const DOCUMENT = smallDocument('line');

/** A route about one scenario, which platform administrators reach in every company. */
const ofDraft = (may: readonly Who[], ok = 200, more: { body?: unknown; query?: string } = {}): Expected => ({
  may,
  ok,
  everywhere: PLATFORM,
  row: async ({ scenarios }) => ({ params: { id: (await scenarios.draft()).id }, ...more }),
});

const testDraft = (): object => ({ name: randomUUID(), ...TEST_DRAFT });

/** Scenarios that a company designs, and the hosts that they may ask. */
export const SCENARIOS: Readonly<Record<string, Expected>> = {
  [`get ${AT}`]: { may: WATCHERS, ok: 200 },
  [`post ${AT}`]: {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    // A copy, so that it is about a row.
    row: async ({ scenarios }) => ({
      body: { name: randomUUID(), from: { scenario: (await scenarios.draft()).id } },
    }),
  },
  [`post ${AT}/check`]: { may: WATCHERS, ok: 200, fill: { body: { document: DOCUMENT } } },
  [`post ${AT}/simulate`]: {
    may: WATCHERS,
    ok: 200,
    fill: { body: { document: DOCUMENT, given: TEST_DRAFT.given } },
  },
  [`get ${AT}/:id`]: ofDraft(WATCHERS),
  [`put ${AT}/:id`]: {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async ({ scenarios }) => {
      const { id, revision } = await scenarios.draft();
      const body = { name: randomUUID(), document: DOCUMENT, layout: {} };
      return { params: { id }, body, headers: { 'If-Match': `"${revision}"` } };
    },
  },
  [`delete ${AT}/:id`]: ofDraft(ADMINS, 204),
  [`get ${AT}/:id/tests`]: ofDraft(WATCHERS),
  [`post ${AT}/:id/tests`]: {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async ({ scenarios }) => ({ params: { id: (await scenarios.draft()).id }, body: testDraft() }),
  },
  [`put ${AT}/:id/tests/:test`]: {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async ({ scenarios }) => ({ params: await scenarios.test(), body: testDraft() }),
  },
  [`delete ${AT}/:id/tests/:test`]: {
    may: ADMINS,
    ok: 204,
    everywhere: PLATFORM,
    row: async ({ scenarios }) => ({ params: await scenarios.test() }),
  },
  [`post ${AT}/:id/tests/run`]: ofDraft(WATCHERS, 200, { body: {} }),
  [`post ${AT}/:id/publish`]: {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async ({ scenarios }) => {
      const { id, revision } = await scenarios.draft();
      return { params: { id }, body: { revision } };
    },
  },
  [`post ${AT}/:id/roll-back`]: {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async ({ scenarios }) => {
      const { id, older } = await scenarios.published();
      return { params: { id }, body: { hash: older } };
    },
  },
  [`post ${AT}/:id/trial`]: ofDraft(ADMINS, 200, { body: { document: DOCUMENT } }),
  [`get ${AT}/:id/versions`]: ofDraft(WATCHERS),
  [`get ${AT}/:id/versions/:hash`]: {
    may: WATCHERS,
    ok: 200,
    everywhere: PLATFORM,
    row: async ({ scenarios }) => {
      const { id, live } = await scenarios.published();
      return { params: { id, hash: live } };
    },
  },
  [`get ${AT}/:id/difference`]: ofDraft(WATCHERS, 200, { query: 'from=draft&to=draft' }),
  [`get ${AT}/:id/uses`]: ofDraft(WATCHERS),
  [`get ${AT}/:id/figures`]: ofDraft(WATCHERS, 200, {
    query: 'from=2026-09-01T00:00:00Z&to=2026-09-08T00:00:00Z',
  }),
  [`get ${AT}/:id/occupancy`]: ofDraft(WATCHERS),

  'get /api/v1/http-hosts': { may: WATCHERS, ok: 200 },
  'post /api/v1/http-hosts': { may: ADMINS, ok: 400, fill: { body: { host: '' } } },
  'delete /api/v1/http-hosts/:id': {
    may: ADMINS,
    ok: 204,
    everywhere: PLATFORM,
    row: async ({ scenarios }) => ({ params: { id: await scenarios.host() } }),
  },
};
