import { type ReactElement, useState } from 'react';
import { ForgotPassword } from './forgot-password.tsx';
import { SetPassword } from './set-password.tsx';
import { takeToken } from './token.ts';

/** Without a token asks for the link, with one for the new password. */
export function ResetPage(): ReactElement {
  const [token] = useState(takeToken);
  return token === null ? <ForgotPassword /> : <SetPassword token={token} />;
}
