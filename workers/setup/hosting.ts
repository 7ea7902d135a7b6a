import { isIP } from 'node:net';
import { isLoopback } from '../../api/http/loopback.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Environment } from '../config.ts';

/** Where the api listens, and how people reach it. */
export type Hosting = { host: string; publicUrl: string };

const wrong = (words: string): CallwrightError => new CallwrightError('config/invalid', words);

/**
 * Reads HOST and PUBLIC_URL. Session cookies travel by https or stay on the machine: any other HOST than a loopback one
 * needs the https address of the TLS proxy in front of it.
 */
export function hostingOf({
  HOST: host,
  PORT: port,
  PUBLIC_URL: url,
}: Pick<Environment, 'HOST' | 'PORT' | 'PUBLIC_URL'>): Hosting {
  if (isIP(host) === 0)
    throw wrong(`HOST=${host} is not an IP address: write 127.0.0.1, or 0.0.0.0 for all of them`);
  if (url !== undefined) return { host, publicUrl: originOf(url) };
  if (!isLoopback(host))
    throw wrong(`HOST=${host} needs PUBLIC_URL=https://…, the address of the TLS proxy in front of it`);
  return { host, publicUrl: `http://127.0.0.1:${port}` };
}

function originOf(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || text.replace(/\/$/, '').toLowerCase() !== url.origin)
    throw wrong(
      'PUBLIC_URL must be the console’s address by https and without a path, as https://calls.example.kr',
    );
  return url.origin;
}
