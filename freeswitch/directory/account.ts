import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * A phone's account as the switch needs it. Never a password: only the hash that digest authentication uses, which is
 * good for one realm alone.
 */
export const Account = z.strictObject({
  extension: z.string().regex(/^[0-9]{2,8}$/),
  /** MD5 of `user:realm:password` (RFC 2617 A1), lower-case hex. */
  a1Hash: z.string().regex(/^[0-9a-f]{32}$/),
  /** Shown to the called party; letters, digits, blanks and `. - _`. */
  displayName: z
    .string()
    .max(60)
    .regex(/^[\p{L}\p{M}\p{Nd}._-]+(?: [\p{L}\p{M}\p{Nd}._-]+)*$/u)
    .optional(),
});
export type Account = z.infer<typeof Account>;

/** Takes a new password once; returns what is kept of it. The realm is `CALLWRIGHT_SIP_DOMAIN` of the switch. */
export const a1Hash = (extension: string, realm: string, password: string): string =>
  createHash('md5').update(`${extension}:${realm}:${password}`).digest('hex');
