import type { Expected } from './expectations.ts';
import { ADMINS, OPERATORS, PLATFORM, WATCHERS, type Who } from './who.ts';

const READERS: readonly Who[] = [...WATCHERS, 'key:numbers.read'];

/** Numbers, trunks, the installation itself. */
export const SETTINGS: Readonly<Record<string, Expected>> = {
  'get /healthz': { may: 'anybody', ok: 200 },
  // From this machine only, whoever it is.
  'get /readyz': { may: 'anybody', ok: 200 },
  'get /metrics': { may: 'anybody', ok: 200 },

  'get /api/v1/numbers': { may: READERS, ok: 200 },
  'get /api/v1/numbers/:digits': {
    may: READERS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { digits: (await company.number()).digits } }),
  },
  'patch /api/v1/numbers/:digits': {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => {
      const { digits, updatedAt } = await company.number();
      return { params: { digits }, body: { updatedAt, enabled: false } };
    },
  },
  'get /api/v1/scenario-versions': { may: READERS, ok: 200 },
  'get /api/v1/fallback-prompts': { may: READERS, ok: 200 },

  'get /api/v1/trunks': { may: OPERATORS, ok: 200 },
  'patch /api/v1/trunks/:name': {
    may: PLATFORM,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => {
      const { name, updatedAt } = await company.trunk();
      return { params: { name }, body: { updatedAt, maxCalls: 1 } };
    },
  },
  'post /api/v1/trunks/:name/test-call': {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { name: (await company.trunk()).name }, body: { to: '07012345678' } }),
  },
  'get /api/v1/trunks/test-calls/:id': {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: await company.testCall() } }),
  },

  'get /api/v1/system': { may: [...OPERATORS, 'key:system.read'], ok: 200 },
};
