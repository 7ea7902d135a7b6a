import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outside } from '../outside.ts';

/** A system of a company on this machine, in the place of one on the internet. */
export type LocalHost = { outside: Outside; port: number; close(): Promise<void> };

/** Answers requests by `answer`. In this network 127.0.0.1 may be reached, without TLS, and nothing else. */
export async function startLocalHost(answer: RequestListener): Promise<LocalHost> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const outside: Outside = {
    secure: false,
    port,
    resolve: async () => ['127.0.0.1'],
    mayReach: (address) => address === '127.0.0.1',
  };
  return {
    outside,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
