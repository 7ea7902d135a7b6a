import type { ReactElement } from 'react';
import { ForgotPassword } from './forgot-password.tsx';
import { SetPassword } from './set-password.tsx';
import { useToken } from './token.ts';

/** Without a token asks for the link, with one for the new password. */
export function ResetPage(): ReactElement {
  const token = useToken();
  return token === null ? <ForgotPassword /> : <SetPassword key={token} token={token} />;
}
