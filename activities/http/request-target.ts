import type { ListedHost } from './types.ts';

/** Where a request may go. `path`: with its query. */
export type RequestTarget = { host: string; path: string; token: string | null };

/**
 * Takes the address of a block with its variables filled in; returns where it leads, or undefined when it may not be
 * asked (S10): https at its own port only, no name and password in it, and a host that the company has listed, to the
 * letter. An IP address in any spelling is no such host, because `URL` writes all of them as one and lists hold names.
 */
export function requestTarget(address: string, listed: readonly ListedHost[]): RequestTarget | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, port, hostname, pathname, search } = new URL(address);
  if (protocol !== 'https:' || username !== '' || password !== '' || port !== '') return undefined;
  const host = listed.find((one) => one.host === hostname);
  return host && { host: host.host, path: `${pathname}${search}`, token: host.token };
}
