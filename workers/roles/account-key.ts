import { hkdfSync } from 'node:crypto';
import type { Environment } from '../config.ts';
import type { Home } from '../parts/home.ts';
import { readSecret } from '../parts/secrets.ts';

/** Key that TOTP secrets are sealed with: from the environment, else the one that this installation made for itself. */
export const accountKey = (environment: Pick<Environment, 'CALLWRIGHT_ACCOUNT_KEY'>, home: Home): Buffer => {
  const secret = environment.CALLWRIGHT_ACCOUNT_KEY ?? readSecret(home, 'account-key');
  return Buffer.from(hkdfSync('sha256', secret, '', 'callwright account secrets', 32));
};
