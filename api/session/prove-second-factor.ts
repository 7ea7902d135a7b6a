import { CallwrightError } from '../../contracts/errors.ts';
import type { User } from '../../db/repositories/users.ts';
import { noteAccount } from './account-audit.ts';
import { type AccountParts, apiItself, nowOf } from './account-parts.ts';
import { unseal } from './seal.ts';
import { hashRecoveryCode, stepOfCode } from './second-factor.ts';

/** True when the code is right and was not used before: one of the app's, or a recovery code. */
export async function proveSecondFactor(
  parts: AccountParts,
  { user, sealed, code }: { user: User; sealed: string; code: string },
): Promise<boolean> {
  const { credentials } = parts.repositories;
  const step = stepOfCode(unseal(parts.sealKey, user.id, sealed), code, nowOf(parts));
  if (step !== undefined) return credentials.takeStep(apiItself, user.id, step);
  const taken = await credentials.takeRecoveryCode(apiItself, user.id, hashRecoveryCode(code));
  if (taken) await noteAccount(parts, 'second-factor.recovery-code', user);
  return taken;
}

export const codeMissing = (): CallwrightError =>
  new CallwrightError('auth/second-factor-required', 'send the code of the authenticator app too');
