import type { Request, RequestHandler, Response } from 'express';
import { SignIn } from '../../contracts/api/session.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Credential } from '../../db/repositories/credentials.ts';
import type { RateRule } from '../../db/repositories/rate-limits.ts';
import type { User } from '../../db/repositories/users.ts';
import { noteAccount, noteUnknown } from './account-audit.ts';
import { emailKey, limit } from './account-limits.ts';
import { type AccountParts, apiItself } from './account-parts.ts';
import { beginSession } from './begin-session.ts';
import { addressKey } from './client-of.ts';
import { knownDevice } from './known-device.ts';
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
  const counters = countersOf(parts, request, email);
  // Counted before anything is evaluated: tries at once are as many tries.
  for (const [rule, key] of counters) await limit(parts, response, rule, key);
  const user = await users.byEmail(apiItself, email);
  const credential = await credentials.of(apiItself, user?.id ?? NOBODY);
  const right = await (parts.checkPassword ?? checkPassword)(credential?.passwordHash ?? null, password);
  if (user === undefined || credential === undefined || !right || user.state !== 'active')
    throw await refuse(parts, user, right ? 'not-active' : 'password');
  // A right password is no guess from this address, with its code or still without.
  for (const [rule, key] of counters)
    if (rule === 'sign-in-address') await rateLimits.giveBack(apiItself, rule, key);
  await requireSecondFactor(parts, response, { user, credential, code });
  for (const [rule, key] of counters)
    if (rule !== 'sign-in-address') await rateLimits.clear(apiItself, rule, key);
  return user;
}

/** A browser that signed in to this account before has a counter of its own, which no stranger can use up. */
function countersOf(parts: AccountParts, request: Request, email: string): [RateRule, string][] {
  const device = knownDevice(parts, request, email);
  if (device !== undefined) return [['sign-in-device', device]];
  return [
    ['sign-in-account', emailKey(email)],
    ['sign-in-address', addressKey(request)],
  ];
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
