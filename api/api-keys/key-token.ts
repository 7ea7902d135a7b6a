import { randomBytes } from 'node:crypto';
import { hashToken } from '../session/tokens.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const TOKEN = /^cw_[0-9A-Za-z]{8}_[0-9A-Za-z_-]{43}$/;

/** A fresh token `cw_<prefix>_<256 random bits>`; secret scanners find it by its beginning, people by its prefix. */
export function newKeyToken(): { token: string; prefix: string; hash: string } {
  // The prefix is no secret, so it need not be free of bias.
  const letters = [...randomBytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  const prefix = `cw_${letters}`;
  const token = `${prefix}_${randomBytes(32).toString('base64url')}`;
  return { token, prefix, hash: hashToken(token) };
}

/** Hash of a token that has our form; undefined for anything else, which then costs no query. */
export const hashOfKeyToken = (token: string): string | undefined =>
  TOKEN.test(token) ? hashToken(token) : undefined;
