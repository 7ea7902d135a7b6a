import type { Request, RequestHandler, Response } from 'express';
import { SignIn } from '../../contracts/api/session.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Credential } from '../../db/repositories/credentials.ts';
import type { User } from '../../db/repositories/users.ts';
import { noteAccount, noteUnknown } from './account-audit.ts';
import { emailKey, limit } from './account-limits.ts';
import { type AccountParts, apiItself } from './account-parts.ts';
import { beginSession } from './begin-session.ts';
import { addressKey } from './client-of.ts';
import { checkPassword } from './passwords.ts';
import { codeMissing, proveSecondFactor } from './prove-second-factor.ts';

/** Stands for an unknown account in questions whose cost must not tell it from a known one. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** `POST /api/v1/session`: one text for every reason, one cost for known and unknown accounts (S20). */
export const signIn = (parts: AccountParts): RequestHandler => {
  return async (request, response) => {
    const body = SignIn.parse(request.body);
    const user = await proveIdentity(parts, request, response, body);
    await beginSession(parts, request, response, { user, action: 'session.sign-in' });
  };
};

async function proveIdentity(
  parts: AccountParts,
  request: Request,
  response: Response,
  { email, password, code }: SignIn,
): Promise<User> {
  const { users, credentials, rateLimits } = parts.repositories;
  // Counted before anything is evaluated: tries at once are as many tries.
  await limit(parts, response, 'sign-in-account', emailKey(email));
  await limit(parts, response, 'sign-in-address', addressKey(request));
  const user = await users.byEmail(apiItself, email);
  const credential = await credentials.of(apiItself, user?.id ?? NOBODY);
  const right = await (parts.checkPassword ?? checkPassword)(credential?.passwordHash ?? null, password);
  if (user === undefined || credential === undefined || !right || user.state !== 'active')
    throw await refuse(parts, user, right ? 'not-active' : 'password');
  // A right password without its code is no guess at an account from this address.
  await rateLimits.giveBack(apiItself, 'sign-in-address', addressKey(request));
  await requireSecondFactor(parts, response, { user, credential, code });
  await rateLimits.clear(apiItself, 'sign-in-account', emailKey(email));
  return user;
}

async function requireSecondFactor(
  parts: AccountParts,
  response: Response,
  { user, credential, code }: { user: User; credential: Credential; code: string | undefined },
): Promise<void> {
  const sealed = credential.totpSecret;
  if (sealed === null) return;
  if (code === undefined) throw codeMissing();
  await limit(parts, response, 'second-factor', user.id);
  if (!(await proveSecondFactor(parts, { user, sealed, code }))) throw await refuse(parts, user, 'code');
  await parts.repositories.rateLimits.clear(apiItself, 'second-factor', user.id);
}

async function refuse(
  parts: AccountParts,
  user: User | undefined,
  reason: 'password' | 'code' | 'not-active',
): Promise<CallwrightError> {
  if (user === undefined) await noteUnknown(parts);
  else await noteAccount(parts, 'session.sign-in-failed', user, { reason });
  return new CallwrightError('auth/wrong-credentials', 'the address, the password or the code is wrong');
}
