import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 in hexadecimal. Enough for tokens of 256 random bits, which nobody can guess; never for passwords. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new opaque token, 43 characters for 32 random bytes, and the hash that alone is kept (S18). */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}
