import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { Request } from 'express';

/** Where a request came from, as far as it is kept. */
export type ClientNote = { userAgent: string; address: string };

const addressOf = (request: Request): string => (request.ip ?? '').replace(/^::ffff:/i, '');

/** The last byte of IPv4, all but the first three groups of IPv6 are left out: enough to recognise an own sign-in. */
function maskAddress(address: string): string {
  if (isIPv4(address)) return address.replace(/[0-9]+$/, 'x');
  return `${address.split(':').slice(0, 3).join(':')}:x`;
}

/** What a session's row says about its browser. */
export const clientOf = (request: Request): ClientNote => ({
  userAgent: (request.get('User-Agent') ?? '').replace(/[^\x20-\x7e]/g, '?').slice(0, 200),
  address: maskAddress(addressOf(request)),
});

/** Key of the counters of an address. One IPv6 customer has a whole /64, so that is what is counted. */
export function addressKey(request: Request): string {
  const address = addressOf(request);
  const network = isIPv4(address) ? address : expandIPv6(address).slice(0, 4).join(':');
  return createHash('sha256').update(network).digest('base64url');
}

function expandIPv6(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array.from({ length: gap }, () => '0'), ...back].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}
