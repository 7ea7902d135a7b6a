import { connect, createServer, type Socket } from 'node:net';

export type CuttingProxy = {
  /** The database's address, by way of the proxy. */
  url: string;
  /** The next reply to a statement is swallowed and its connection reset: the commit happened, nobody was told. */
  swallowNextReply(): void;
  /** Resets every connection and refuses new ones, until `restore`. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
};

/** Tag of Postgres' CommandComplete message after a statement that writes. */
const WRITE_DONE = /(INSERT 0|UPDATE) \d+\0/;

/** A TCP proxy in front of Postgres that loses what a network can lose (R10, R11). */
export async function createCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let swallow = false;
  let refusing = false;
  const server = createServer((client) => {
    if (refusing) return void client.resetAndDestroy();
    const upstream = connect(Number(target.port), target.hostname);
    const drop = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', drop);
      socket.on('close', () => {
        open.delete(socket);
        drop();
      });
    }
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      if (!swallow || !WRITE_DONE.test(chunk.toString('latin1'))) return void client.write(chunk);
      swallow = false;
      client.resetAndDestroy();
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(address !== null && typeof address === 'object' ? address.port : 0);
  return {
    url: url.href,
    swallowNextReply() {
      swallow = true;
    },
    cut() {
      refusing = true;
      for (const socket of open) socket.destroy();
    },
    restore() {
      refusing = false;
    },
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
