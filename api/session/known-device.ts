import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { emailKey } from './account-limits.ts';
import type { AccountParts } from './account-parts.ts';
import { readCookie } from './session-cookie.ts';

const COOKIE = '__Host-callwright-device';
const SECONDS = 180 * 24 * 60 * 60;
const FORM = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

const proofOf = (parts: Pick<AccountParts, 'sealKey'>, email: string, nonce: string): string => {
  const key = Buffer.from(hkdfSync('sha256', parts.sealKey, '', 'callwright known device', 32));
  return createHmac('sha256', key)
    .update(`${nonce}.${emailKey(email)}`)
    .digest('base64url');
};

/**
 * Remembers that this browser has signed in to this account. It opens nothing: tries from it are counted apart, so that
 * strangers who guess at the account, or from the same address, cannot lock its owner out (ASVS 6.3.1).
 */
export function rememberDevice(
  parts: Pick<AccountParts, 'sealKey'>,
  response: Response,
  email: string,
): void {
  const nonce = randomBytes(16).toString('base64url');
  const value = `${nonce}.${proofOf(parts, email, nonce)}`;
  response.append(
    'Set-Cookie',
    `${COOKIE}=${value}; Max-Age=${SECONDS}; Path=/; Secure; HttpOnly; SameSite=Strict`,
  );
}

/** Key of the counter of a browser that has signed in to this account before; undefined for any other. */
export function knownDevice(
  parts: Pick<AccountParts, 'sealKey'>,
  request: Request,
  email: string,
): string | undefined {
  const [, nonce, proof] = FORM.exec(readCookie(request, COOKIE) ?? '') ?? [];
  if (nonce === undefined || proof === undefined) return undefined;
  const right = timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(parts, email, nonce)));
  return right ? nonce : undefined;
}
