import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { CallwrightError } from '../contracts/errors.ts';
import { isLoopback } from './http/loopback.ts';

export type ListeningApi = {
  port: number;
  /** Takes no new requests, lets running ones finish for up to 2 s, then closes what is left. */
  close(): Promise<void>;
};

/** How long running requests may take when the process ends, ms. */
const GRACE_MS = 2_000;

/**
 * Listens; port 0 takes a free one. Session cookies travel by https or stay on this machine, so another host than a
 * loopback one needs the https address of the proxy before it: `config/invalid`. A used port is `config/port-in-use`.
 */
export async function listenApi(
  app: Express,
  options: { host: string; port: number; publicUrl?: string },
): Promise<ListeningApi> {
  if (!isLoopback(options.host) && options.publicUrl?.startsWith('https://') !== true)
    throw new CallwrightError(
      'config/invalid',
      `HOST=${options.host} needs PUBLIC_URL=https://…, the address of the TLS proxy in front of it`,
    );
  const server = createServer(
    // Slow headers or bodies would hold a connection each for as long as somebody likes.
    { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5_000 },
    app,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(toListenError(error, options.port)));
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(impatience);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function toListenError(error: Error, port: number): CallwrightError {
  const inUse = 'code' in error && error.code === 'EADDRINUSE';
  return inUse
    ? new CallwrightError('config/port-in-use', `port ${port} is in use: set PORT to another one`)
    : new CallwrightError('config/invalid', `cannot listen on port ${port}`);
}
