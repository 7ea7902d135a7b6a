import type { Expected } from './expectations.ts';
import { ADMINS, PASSWORD, PEOPLE, PLATFORM } from './who.ts';

/** Nothing in it: 400 says that the door was open. */
const EMPTY = { fill: { body: {} }, ok: 400 } as const;
const NO_ID = '00000000-0000-4000-8000-000000000000';
const NO_TOKEN = 'A'.repeat(43);

/** Sign-in and the own account, people, keys, audit, mails, companies. */
export const ACCOUNTS: Readonly<Record<string, Expected>> = {
  'get /api/v1/session': { may: PEOPLE, ok: 200 },
  'post /api/v1/session': { may: 'anybody', ...EMPTY },
  'delete /api/v1/session': { may: PEOPLE, ok: 204 },
  'get /api/v1/session/list': { may: PEOPLE, ok: 200 },
  // Only one's own are there at all.
  'delete /api/v1/session/list/:id': {
    may: PEOPLE,
    ok: 404,
    fill: { params: { id: NO_ID }, body: { password: PASSWORD } },
  },
  'post /api/v1/session/link': { may: 'anybody', ...EMPTY },
  'post /api/v1/invitations/look': { may: 'anybody', ok: 410, fill: { body: { token: NO_TOKEN } } },
  'post /api/v1/invitations/accept': { may: 'anybody', ...EMPTY },
  'post /api/v1/password/forgot': { may: 'anybody', ...EMPTY },
  'post /api/v1/password/reset': { may: 'anybody', ...EMPTY },
  'post /api/v1/password/change': {
    may: PEOPLE,
    ok: 400,
    fill: { body: { current: PASSWORD, next: 'short' } },
  },
  'post /api/v1/second-factor/begin': { may: PEOPLE, ok: 200 },
  'post /api/v1/second-factor/confirm': { may: PEOPLE, ok: 409, fill: { body: { code: '000000' } } },
  'delete /api/v1/second-factor': { may: PEOPLE, ok: 204, fill: { body: { password: PASSWORD } } },

  'get /api/v1/users': { may: ADMINS, ok: 200 },
  'post /api/v1/users/invitations': {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async ({ tenant }) => ({
      body: { email: `${crypto.randomUUID()}@example.com`, name: '이름', role: 'agent', tenant },
    }),
  },
  'patch /api/v1/users/:id': {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: (await company.user()).id }, body: { state: 'suspended' } }),
  },
  'post /api/v1/users/:id/sign-out': {
    may: ADMINS,
    ok: 204,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: (await company.user()).id } }),
  },
  'post /api/v1/users/:id/reset': {
    may: ADMINS,
    ok: 204,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: (await company.user()).id } }),
  },

  'get /api/v1/api-keys': { may: ADMINS, ok: 200 },
  'post /api/v1/api-keys': { may: ADMINS, ok: 200, fill: { body: { name: 'k', scopes: ['calls.read'] } } },
  'delete /api/v1/api-keys/:id': {
    may: ADMINS,
    ok: 204,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: await company.apiKey() } }),
  },

  'get /api/v1/audit': { may: ADMINS, ok: 200 },
  'get /api/v1/outbox': { may: ADMINS, ok: 200 },
  'get /api/v1/outbox/:id': {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: await company.mail() } }),
  },
  'post /api/v1/outbox/:id/resend': {
    may: ADMINS,
    ok: 200,
    everywhere: PLATFORM,
    row: async (company) => ({ params: { id: await company.mail() } }),
  },

  'get /api/v1/tenants': { may: PLATFORM, ok: 200 },
  'post /api/v1/tenants': { may: PLATFORM, ok: 200, fill: { body: { name: '새 회사' } } },
  'patch /api/v1/tenants/:id': {
    may: PLATFORM,
    ok: 200,
    everywhere: PLATFORM,
    row: async ({ tenant }) => ({ params: { id: tenant }, body: { name: '다른 이름' } }),
  },
};
