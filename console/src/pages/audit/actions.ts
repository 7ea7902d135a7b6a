import type { audit } from '../../i18n/ko/audit.ts';

export type Action = keyof (typeof audit)['action'];
export type Subject = keyof (typeof audit)['subjects'];

const OF: Readonly<Record<Subject, readonly string[]>> = {
  session: ['sign-in', 'sign-in-failed', 'sign-in-link', 'link-made', 'sign-out', 'end'],
  password: ['forgot', 'reset', 'change'],
  invitation: ['accept'],
  'second-factor': ['on', 'off', 'recovery-code'],
  user: ['invite', 'invite-again', 'suspend', 'resume', 'role', 'rename', 'sign-out', 'reset'],
  'api-key': ['create', 'revoke'],
  outbox: ['read', 'resend'],
  tenant: ['create', 'rename'],
  account: ['set'],
  number: ['change', 'set'],
  scenario: ['create', 'change', 'publish', 'roll-back', 'remove'],
  'scenario-test': ['create', 'change', 'remove'],
  'http-host': ['add', 'remove'],
  trunk: ['change', 'test-call'],
  call: ['unmask', 'export', 'command'],
  recording: ['listen'],
  message: ['resend', 'cancel'],
  'message-template': ['create', 'change', 'review', 'remove'],
  'message-settings': ['change'],
  sender: ['request', 'change', 'decide', 'remove'],
  'opt-out': ['add', 'remove'],
  'ad-consent': ['add', 'withdraw'],
  lettering: ['request', 'decide'],
  price: ['add', 'remove'],
  calendar: ['create', 'save', 'remove'],
  holiday: ['declare', 'withdraw'],
  prompt: ['create', 'change', 'file', 'remove'],
};

/** What the log knows, by what it is done to. */
export const ACTIONS: readonly { readonly subject: Subject; readonly actions: readonly Action[] }[] =
  Object.entries(OF).map(([subject, verbs]) => ({
    subject: subject as Subject,
    actions: verbs.map((verb) => `${subject}.${verb}` as Action),
  }));
