import type { RequestHandler } from 'express';
import { PasswordReset } from '../../contracts/api/session.ts';
import { noteAccount } from './account-audit.ts';
import { limitLinks } from './account-limits.ts';
import { changedMail } from './account-mails.ts';
import type { AccountParts } from './account-parts.ts';
import { choosePassword } from './choose-password.ts';
import { readLink, takeLink } from './links.ts';

/** `POST /api/v1/password/reset`. A weak password does not use the link up; sign-in follows, with the second factor. */
export const resetPassword = (parts: AccountParts): RequestHandler => {
  return async (request, response) => {
    await limitLinks(parts, request, response);
    const { token, password } = PasswordReset.parse(request.body);
    const owner = await readLink(parts, token, 'reset');
    await choosePassword(parts, owner, {
      field: 'password',
      password,
      take: () => takeLink(parts, token, 'reset'),
    });
    await noteAccount(parts, 'password.reset', owner);
    await parts.mail.queue(changedMail(owner, 'password'));
    response.status(204).end();
  };
};
