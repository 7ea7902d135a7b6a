import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CallwrightError } from '../../contracts/errors.ts';

const NONCE = 12;
const TAG = 16;

/** Encrypts a short text with AES-256-GCM under a key outside the database; `owner` binds it to one account. */
export function seal(key: Buffer, owner: string, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString('base64url');
}

/** Opens what `seal` made; `server/bug` when it is from another key or account, or was changed. */
export function unseal(key: Buffer, owner: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    throw new CallwrightError(
      'server/bug',
      'a sealed secret cannot be opened: is the account key another one?',
    );
  }
}
