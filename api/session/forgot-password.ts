import type { RequestHandler } from 'express';
import { PasswordForgot } from '../../contracts/api/session.ts';
import { isCallwrightError } from '../../contracts/errors.ts';
import type { User } from '../../db/repositories/users.ts';
import { noteAccount } from './account-audit.ts';
import { emailKey, limit } from './account-limits.ts';
import { mailReset } from './account-mails.ts';
import { type AccountParts, apiItself } from './account-parts.ts';
import { addressKey } from './client-of.ts';

/**
 * `POST /api/v1/password/forgot`: 204 whether or not there is such an account. The mail is written after the answer, so
 * that the time of the answer says nothing either.
 */
export const forgotPassword = (parts: AccountParts): RequestHandler => {
  return async (request, response) => {
    const { email } = PasswordForgot.parse(request.body);
    await limit(parts, response, 'forgot-account', emailKey(email));
    await limit(parts, response, 'forgot-address', addressKey(request));
    const user = await parts.repositories.users.byEmail(apiItself, email);
    response.status(204).end();
    if (user?.state === 'active') await sendReset(parts, user);
  };
};

/** Nobody waits for this any more, so a failure goes to the log; whoever misses the mail asks again. */
async function sendReset(parts: AccountParts, user: User): Promise<void> {
  try {
    await mailReset(parts, user);
    await noteAccount(parts, 'password.forgot', user);
  } catch (error) {
    const code = isCallwrightError(error) ? error.code : 'server/bug';
    parts.log.error({ account: user.id, code }, 'a reset mail could not be queued');
  }
}
