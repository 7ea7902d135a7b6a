import type { RequestHandler } from 'express';
import {
  SecondFactorBegun,
  SecondFactorConfirm,
  SecondFactorConfirmed,
  SecondFactorRemove,
} from '../../contracts/api/session.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';
import { noteAccount } from './account-audit.ts';
import { limit } from './account-limits.ts';
import { changedMail } from './account-mails.ts';
import { type AccountParts, apiItself, nowOf } from './account-parts.ts';
import { checkOwnPassword } from './check-own-password.ts';
import { seal, unseal } from './seal.ts';
import { newRecoveryCodes, newTotpSecret, stepOfCode, totpUri } from './second-factor.ts';
import { signedInUser } from './signed-in-user.ts';

const path = '/api/v1/second-factor';

/** TOTP by RFC 6238; whoever wants it turns it on. */
export const secondFactorRoutes = (parts: AccountParts): readonly Route[] => [
  {
    method: 'post',
    path: `${path}/begin`,
    access: 'signed-in',
    describe: {
      summary: 'A new secret, which counts from its first right code on',
      answer: SecondFactorBegun,
    },
    handler: begin(parts),
  },
  {
    method: 'post',
    path: `${path}/confirm`,
    access: 'signed-in',
    describe: {
      summary: 'Turn it on by the first code',
      body: SecondFactorConfirm,
      answer: SecondFactorConfirmed,
    },
    handler: confirm(parts),
  },
  {
    method: 'delete',
    path,
    access: 'signed-in',
    describe: { summary: 'Turn it off', body: SecondFactorRemove },
    handler: remove(parts),
  },
];

const begin =
  (parts: AccountParts): RequestHandler =>
  async (request, response) => {
    const { user } = await signedInUser(parts, response);
    if (user.secondFactor)
      throw new CallwrightError('request/conflict', 'the second factor is on: turn it off first');
    const secret = newTotpSecret();
    await parts.repositories.credentials.beginSecondFactor(
      apiItself,
      user.id,
      seal(parts.sealKey, user.id, secret),
    );
    render(request, response, 'secondFactor', { secret, uri: totpUri(secret, user.email) });
  };

const confirm =
  (parts: AccountParts): RequestHandler =>
  async (request, response) => {
    const { code } = SecondFactorConfirm.parse(request.body);
    const { user, session } = await signedInUser(parts, response);
    const { credentials, sessions, rateLimits } = parts.repositories;
    await limit(parts, response, 'second-factor', user.id);
    const sealed = (await credentials.of(apiItself, user.id))?.totpPending ?? null;
    if (sealed === null) throw new CallwrightError('request/conflict', 'begin first');
    const step = stepOfCode(unseal(parts.sealKey, user.id, sealed), code, nowOf(parts));
    if (step === undefined)
      throw new CallwrightError('auth/forbidden', 'the code is wrong: is the clock of the phone right?');
    const codes = newRecoveryCodes();
    const recoveryHashes = codes.map(({ hash }) => hash);
    if (!(await credentials.confirmSecondFactor(apiItself, user.id, { sealed, step, recoveryHashes })))
      throw new CallwrightError('request/conflict', 'somebody began again meanwhile');
    await rateLimits.clear(apiItself, 'second-factor', user.id);
    await sessions.revokeAll(apiItself, user.id, nowOf(parts), session);
    await noteAccount(parts, 'second-factor.on', user);
    await parts.mail.queue(changedMail(user, 'second-factor'));
    render(request, response, 'recovery', { recoveryCodes: codes.map((one) => one.code) });
  };

const remove =
  (parts: AccountParts): RequestHandler =>
  async (request, response) => {
    const { password } = SecondFactorRemove.parse(request.body);
    const { user } = await signedInUser(parts, response);
    await checkOwnPassword(parts, response, { user, password });
    await parts.repositories.credentials.removeSecondFactor(apiItself, user.id);
    await noteAccount(parts, 'second-factor.off', user);
    await parts.mail.queue(changedMail(user, 'second-factor'));
    response.status(204).end();
  };
