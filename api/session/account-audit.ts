import { randomUUID } from 'node:crypto';
import type { User } from '../../db/repositories/users.ts';
import { type AccountParts, apiItself } from './account-parts.ts';
import { actorOfUser } from './sessions.ts';

export type AccountAction =
  | 'session.sign-in'
  | 'session.sign-in-failed'
  | 'session.sign-in-link'
  | 'session.sign-out'
  | 'session.end'
  | 'password.forgot'
  | 'password.reset'
  | 'password.change'
  | 'invitation.accept'
  | 'second-factor.on'
  | 'second-factor.off'
  | 'second-factor.recovery-code';

/** Records what somebody did to an own account. What fails is done by nobody yet: the api's entry about the account. */
export const noteAccount = (
  parts: Pick<AccountParts, 'repositories'>,
  action: AccountAction,
  user: User,
  detail: Record<string, string | number | boolean> = {},
): Promise<void> =>
  parts.repositories.auditLog.append(
    action === 'session.sign-in-failed' || action === 'password.forgot' ? apiItself : actorOfUser(user),
    { effect: randomUUID(), tenant: user.tenant, action, subject: user.id, detail },
  );

/** A failed sign-in to no account. What was typed may be a password in the wrong field: it is not kept. */
export const noteUnknown = (parts: Pick<AccountParts, 'repositories'>): Promise<void> =>
  parts.repositories.auditLog.append(apiItself, {
    effect: randomUUID(),
    action: 'session.sign-in-failed',
    subject: 'unknown',
    detail: { reason: 'unknown-account' },
  });
