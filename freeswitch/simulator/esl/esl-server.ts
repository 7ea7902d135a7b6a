import { createServer, type Server, type Socket } from 'node:net';
import { CallwrightError } from '../../../contracts/errors.ts';
import type { EslSession } from './session.ts';

/** Creates a session that writes to this connection. */
export type SessionFactory = (write: (frame: Buffer) => void, close: () => void) => EslSession;

/** The TCP side of the event socket. */
export type EslServer = {
  readonly listen: (host: string, port: number) => Promise<number>;
  readonly close: () => Promise<void>;
  /** Ends all connections with a reset. */
  readonly cut: () => number;
  /** Connections stay open but nothing is read or written any more. */
  readonly freeze: () => number;
  readonly connections: () => number;
};

type Connection = { readonly socket: Socket; readonly session: EslSession; readonly freeze: () => void };

/** A client that never reads would cost memory for ever; a real switch has the same trouble (design §2). */
const maxBacklogBytes = 256 * 1024 * 1024;

/** A server that is not listening yet. */
export function createEslServer(newSession: SessionFactory): EslServer {
  const connections = new Set<Connection>();

  const accept = (socket: Socket): void => {
    socket.setNoDelay(true);
    let isFrozen = false;
    const session = newSession(
      (frame) => {
        if (isFrozen || socket.destroyed) return;
        socket.write(frame);
        if (socket.writableLength > maxBacklogBytes) socket.destroy();
      },
      () => socket.end(),
    );
    const connection: Connection = {
      socket,
      session,
      freeze: () => {
        isFrozen = true;
      },
    };
    connections.add(connection);
    socket.on('data', (chunk: Buffer) => {
      if (!isFrozen) session.receive(chunk);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      session.end();
      connections.delete(connection);
    });
  };
  let server: Server | undefined;

  return {
    connections: () => connections.size,
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        const fresh = createServer(accept);
        fresh.once('error', (cause) =>
          reject(
            new CallwrightError(
              'config/port-in-use',
              `the switch simulator cannot listen on ${host}:${port}`,
              {
                cause,
              },
            ),
          ),
        );
        fresh.listen(port, host, () => {
          server = fresh;
          const address = fresh.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        for (const { socket } of connections) socket.destroy();
        if (!server) resolve();
        else server.close(() => resolve());
        server = undefined;
      }),
    cut: () => {
      for (const { socket } of connections) socket.resetAndDestroy();
      return connections.size;
    },
    freeze: () => {
      for (const connection of connections) connection.freeze();
      return connections.size;
    },
  };
}
