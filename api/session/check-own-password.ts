import type { Response } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';
import type { User } from '../../db/repositories/users.ts';
import { limit } from './account-limits.ts';
import { type AccountParts, apiItself } from './account-parts.ts';
import { checkPassword } from './passwords.ts';

/**
 * Asks who is signed in for the password once more, before the account itself changes: a browser left open is not its
 * owner. An account without a password, as after the first sign-in link, is asked for none (`null`).
 */
export async function checkOwnPassword(
  parts: AccountParts,
  response: Response,
  { user, password }: { user: User; password: string | null },
): Promise<void> {
  const { credentials, rateLimits } = parts.repositories;
  const kept = (await credentials.of(apiItself, user.id))?.passwordHash ?? null;
  if (kept === null && password === null) return;
  await limit(parts, response, 'password-check', user.id);
  if (password === null || !(await (parts.checkPassword ?? checkPassword)(kept, password)))
    // Not 401: the session is fine, and a client takes 401 for its end.
    throw new CallwrightError('auth/forbidden', 'the current password is wrong');
  await rateLimits.clear(apiItself, 'password-check', user.id);
}
