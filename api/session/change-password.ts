import type { RequestHandler } from 'express';
import { PasswordChange } from '../../contracts/api/session.ts';
import { noteAccount } from './account-audit.ts';
import { changedMail } from './account-mails.ts';
import type { AccountParts } from './account-parts.ts';
import { checkOwnPassword } from './check-own-password.ts';
import { choosePassword } from './choose-password.ts';
import { signedInUser } from './signed-in-user.ts';

/** `POST /api/v1/password/change`: every other session ends (ASVS 7.4.3). */
export const changePassword = (parts: AccountParts): RequestHandler => {
  return async (request, response) => {
    const { current, next } = PasswordChange.parse(request.body);
    const { user, session } = await signedInUser(parts, response);
    await checkOwnPassword(parts, response, { user, password: current });
    await choosePassword(parts, user, { field: 'next', password: next, keep: session });
    await noteAccount(parts, 'password.change', user);
    await parts.mail.queue(changedMail(user, 'password'));
    response.status(204).end();
  };
};
