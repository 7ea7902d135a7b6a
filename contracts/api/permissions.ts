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
  /** Texts that were sent and came in; an agent sees his own. */
  'messages.read',
  'messages.send',
  /** Templates, opt-outs, consents, sender numbers asked for, the company's settings. */
  'messages.manage',
  /** Says that a sender number, an Alimtalk template or a lettering was approved: whoever runs the installation. */
  'messages.approve',
  'usage.read',
  'prices.manage',
  /** Drafts, versions, simulation, figures. */
  'scenarios.read',
  'scenarios.edit',
  /** Publishing, rolling back, hosts that scenarios may ask: what callers hear from now on. */
  'scenarios.publish',
  /** Voices: uploads, recordings, speech made from text. */
  'prompts.manage',
  'calendars.read',
  'calendars.manage',
  /** Sends a running call to its scenario's handler, or ends it. */
  'calls.command',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['platform-admin', 'company-admin', 'supervisor', 'operator', 'agent'] as const;
export type Role = (typeof ROLES)[number];

/** What concerns every company of the installation. */
const INSTALLATION: readonly Permission[] = [
  'tenants.manage',
  'trunks.manage',
  'messages.approve',
  'prices.manage',
];
const COMPANY: readonly Permission[] = PERMISSIONS.filter((permission) => !INSTALLATION.includes(permission));
const TEXTING: readonly Permission[] = ['messages.read', 'messages.send'];
const WATCHING: readonly Permission[] = [
  ...(['calls.read', 'calls.live', 'phone.use', 'numbers.read', 'scenarios.read', 'calendars.read'] as const),
  ...TEXTING,
];

/** Roles of SM-… and MO-…: 플랫폼 관리자, 회사 관리자, 슈퍼바이저, 운영센터 교환원, 상담원. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'platform-admin': PERMISSIONS,
  'company-admin': COMPANY,
  supervisor: [...WATCHING, 'calls.export', 'recordings.listen', 'calls.command'],
  operator: [...WATCHING, 'trunks.read', 'system.read'],
  agent: ['phone.use', ...TEXTING],
};

/** What an API key may be given: reading, and sending texts; a key never signs in, unmasks or manages people. */
export const API_KEY_SCOPES = [
  'calls.read',
  'calls.export',
  'numbers.read',
  'system.read',
  'messages.read',
  'messages.send',
] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** True when the role has the permission. */
export const roleMay = (role: Role, permission: Permission): boolean =>
  ROLE_PERMISSIONS[role].includes(permission);
