/**
 * Who may do what (S17). No schema library in here: the console shows its menu by the same table by which the api
 * answers, and pays for what it imports.
 */

/** Deny by default: what no role lists, nobody may do. */
export const PERMISSIONS = [
  /** Company accounts: people, invitations, 정지, their second factor. */
  'users.manage',
  'api-keys.manage',
  'audit.read',
  /** Mails that the product sent or would have sent. */
  'outbox.read',
  'calls.read',
  'calls.live',
  'calls.export',
  /** Events, verbs and the workflow behind a call. */
  'calls.technical',
  /** Whole phone numbers, each look recorded with its reason. */
  'calls.unmask',
  'recordings.listen',
  'numbers.read',
  'numbers.manage',
  'trunks.read',
  'trunks.manage',
  /** A call that we place to try a trunk. */
  'trunks.test',
  /** The telephone in the browser. */
  'phone.use',
  'system.read',
  'tenants.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['platform-admin', 'company-admin', 'supervisor', 'operator', 'agent'] as const;
export type Role = (typeof ROLES)[number];

const COMPANY: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== 'tenants.manage' && permission !== 'trunks.manage',
);
const WATCHING: readonly Permission[] = ['calls.read', 'calls.live', 'phone.use', 'numbers.read'];

/** Roles of SM-… and MO-…: 플랫폼 관리자, 회사 관리자, 슈퍼바이저, 운영센터 교환원, 상담원. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'platform-admin': PERMISSIONS,
  'company-admin': COMPANY,
  supervisor: [...WATCHING, 'calls.export', 'recordings.listen'],
  operator: [...WATCHING, 'trunks.read', 'system.read'],
  agent: ['phone.use'],
};

/** What an API key may be given: reading only; a key never signs in, unmasks or manages people. */
export const API_KEY_SCOPES = ['calls.read', 'calls.export', 'numbers.read', 'system.read'] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** True when the role has the permission. */
export const roleMay = (role: Role, permission: Permission): boolean =>
  ROLE_PERMISSIONS[role].includes(permission);
