import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { hashToken } from './tokens.ts';

/** RFC 6238 with what every authenticator app can do: SHA-1, 6 digits, 30 s. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps beside the present one that count, for clocks that are wrong by up to half a minute. */
const WINDOW = 1;
const RECOVERY_CODES = 10;

/** A new secret of 160 bits, in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export const totpUri = (secret: string, email: string): string =>
  new TOTP({ ...FORM, issuer: 'Callwright', label: email, secret: Secret.fromBase32(secret) }).toString();

/** The step that a code belongs to, or undefined when it is wrong at `now` (ms). The caller sees to it that it counts once. */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^[0-9]{6}$/.test(token)) return undefined;
  const delta = TOTP.validate({
    ...FORM,
    token,
    secret: Secret.fromBase32(secret),
    timestamp: now,
    window: WINDOW,
  });
  return delta === null ? undefined : TOTP.counter({ period: FORM.period, timestamp: now }) + delta;
}

/** Ten codes of 80 random bits for a lost phone, as people copy them, each with the hash that is kept. */
export const newRecoveryCodes = (): { code: string; hash: string }[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const letters = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32;
    const code = letters.replace(/(.{4})(?=.)/g, '$1-');
    return { code, hash: hashRecoveryCode(code) };
  });

/** Hash of a recovery code, however it was typed. */
export const hashRecoveryCode = (code: string): string =>
  hashToken(code.toUpperCase().replace(/[^A-Z2-7]/g, ''));
