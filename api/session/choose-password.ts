import type { User } from '../../db/repositories/users.ts';
import { emailKey } from './account-limits.ts';
import { type AccountParts, apiItself, nowOf } from './account-parts.ts';
import { requireStrong } from './password-rules.ts';
import { hashPassword } from './passwords.ts';

export type Choice = {
  /** Field of the request that a weak password is reported for. */
  field: string;
  password: string;
  /** Uses up what permits the choice, once the password is known to be fit. */
  take?: () => Promise<unknown>;
  /** The session that stays. */
  keep?: string | undefined;
};

/** Gives an account a new password: every other session and every open link of it ends. */
export async function choosePassword(
  parts: AccountParts,
  user: User,
  { field, password, take, keep }: Choice,
): Promise<void> {
  const { credentials, oneTimeLinks, sessions, rateLimits } = parts.repositories;
  requireStrong(field, password, [user.name, user.email.split('@')[0] ?? '', user.tenantName]);
  const hash = await hashPassword(password);
  await take?.();
  await credentials.setPassword(apiItself, user.id, hash);
  await sessions.revokeAll(apiItself, user.id, nowOf(parts), keep);
  await oneTimeLinks.endAll(apiItself, user.id, nowOf(parts));
  await rateLimits.clear(apiItself, 'sign-in-account', emailKey(user.email));
}
