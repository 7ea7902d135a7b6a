import { PasswordChange, PasswordForgot, PasswordReset } from '../../contracts/api/session.ts';
import type { Route } from '../http/route.ts';
import type { AccountParts } from './account-parts.ts';
import { changePassword } from './change-password.ts';
import { forgotPassword } from './forgot-password.ts';
import { resetPassword } from './reset-password.ts';

/** Passwords: forgotten, chosen anew by link, changed. */
export const passwordRoutes = (parts: AccountParts): readonly Route[] => [
  {
    method: 'post',
    path: '/api/v1/password/forgot',
    access: 'public',
    describe: {
      summary: 'Ask for a link to choose a new password; the answer is always the same',
      body: PasswordForgot,
    },
    handler: forgotPassword(parts),
  },
  {
    method: 'post',
    path: '/api/v1/password/reset',
    access: 'public',
    describe: { summary: 'Choose a new password by a link; every session ends', body: PasswordReset },
    handler: resetPassword(parts),
  },
  {
    method: 'post',
    path: '/api/v1/password/change',
    access: 'signed-in',
    describe: { summary: 'Choose a new password; every other session ends', body: PasswordChange },
    handler: changePassword(parts),
  },
];
