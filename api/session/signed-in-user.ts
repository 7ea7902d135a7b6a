import type { Response } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';
import type { User } from '../../db/repositories/users.ts';
import { actorOf, identityOf } from '../http/identity.ts';
import { type AccountParts, apiItself } from './account-parts.ts';

/** The person who is signed in, freshly read. API keys and our own processes have no account: `auth/forbidden`. */
export async function signedInUser(
  parts: AccountParts,
  response: Response,
): Promise<{ user: User; session: string | undefined }> {
  const actor = actorOf(response);
  if (actor.kind !== 'user')
    throw new CallwrightError('auth/forbidden', 'this is for people who are signed in');
  const user = await parts.repositories.users.get(apiItself, actor.user);
  if (user === undefined) throw new CallwrightError('auth/required', 'sign in again');
  return { user, session: identityOf(response)?.session };
}
