import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';
import type { RateRule } from '../../db/repositories/rate-limits.ts';
import { actorOf } from '../http/identity.ts';
import { type AccountParts, apiItself } from './account-parts.ts';
import { addressKey } from './client-of.ts';

/** Key of the counters of a typed address, whether or not it belongs to an account. */
export const emailKey = (email: string): string =>
  createHash('sha256').update(email.toLowerCase()).digest('base64url');

/** Counts one try; `auth/too-many-tries` with `Retry-After` (s) when there were too many. */
export async function limit(
  parts: Pick<AccountParts, 'repositories'>,
  response: Response,
  rule: RateRule,
  key: string,
): Promise<void> {
  const wait = await parts.repositories.rateLimits.take(apiItself, rule, key);
  if (wait === 0) return;
  response.setHeader('Retry-After', String(wait));
  throw new CallwrightError('auth/too-many-tries', `too many tries: wait ${wait} s`);
}

/**
 * Counts a mail that somebody has us send: so many an hour for whoever asks, and fewer to one place. `to` is an address,
 * or what stands for one.
 */
export async function limitMails(
  parts: Pick<AccountParts, 'repositories'>,
  response: Response,
  to: string,
): Promise<void> {
  const actor = actorOf(response);
  await limit(parts, response, 'mails-by-person', actor.kind === 'user' ? actor.user : actor.kind);
  await limit(parts, response, 'mails-to-address', emailKey(to));
}

/** Counts one try to open a link; a token has 256 bits, so this only keeps a bot's noise down. */
export const limitLinks = (
  parts: Pick<AccountParts, 'repositories'>,
  request: Request,
  response: Response,
): Promise<void> => limit(parts, response, 'link-address', addressKey(request));
