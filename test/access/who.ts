import { API_KEY_SCOPES, type ApiKeyScope, ROLES, type Role } from '../../contracts/api/permissions.ts';

/** Everybody who can ask: a stranger, each role, an API key with each one scope. */
export type Who = 'stranger' | Role | `key:${ApiKeyScope}`;

/** Of everybody who has one. */
export const PASSWORD = '충분히 긴 시험용 암호';

export const KEYS = API_KEY_SCOPES.map((scope) => `key:${scope}` as const);
export const EVERYBODY: readonly Who[] = ['stranger', ...ROLES, ...KEYS];

/**
 * Groups of the table of expectations. They are written out and not taken from ROLE_PERMISSIONS: a slip there must
 * not move the expectation along with it.
 */
export const PLATFORM: readonly Who[] = ['platform-admin'];
export const ADMINS: readonly Who[] = ['platform-admin', 'company-admin'];
export const PEOPLE: readonly Who[] = ['platform-admin', 'company-admin', 'supervisor', 'operator', 'agent'];
export const WATCHERS: readonly Who[] = ['platform-admin', 'company-admin', 'supervisor', 'operator'];
export const LISTENERS: readonly Who[] = ['platform-admin', 'company-admin', 'supervisor'];
export const OPERATORS: readonly Who[] = ['platform-admin', 'company-admin', 'operator'];
