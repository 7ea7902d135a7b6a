import { createHmac } from 'node:crypto';
import { sameSecret } from '../shared/same-secret.ts';

/** Header of the signature, in both directions. */
export const SIGNATURE_HEADER = 'X-Callwright-Signature';

/** `sha256=<hex>`: HMAC-SHA256 of the body as sent, under the secret that both sides know. */
export const signatureOf = (body: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** Whether a body was signed with the secret; compared in constant time. */
export const isSigned = (body: string, given: string | undefined, secret: string): boolean =>
  sameSecret((given ?? '').trim().toLowerCase(), signatureOf(body, secret));
