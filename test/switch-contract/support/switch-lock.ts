import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Takes a switch for oneself: an engine answers every call that comes in, also those of another test file. Waits until
 * whoever has it lets go or dies; returns how to let go. `name` tells switches of one machine apart.
 */
export async function lockSwitch(name: string): Promise<() => Promise<void>> {
  const path = join(tmpdir(), `callwright-switch-${name}.lock`);
  for (;;) {
    const server = await listen(path);
    if (server !== undefined) return () => new Promise((resolve) => server.close(() => resolve()));
    if ((await waitForOwner(path)) === 'dead') rmSync(path, { force: true });
  }
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const waiting = new Set<{ destroy(): unknown }>();
    const server = createServer((socket) => {
      waiting.add(socket.on('error', () => undefined));
    });
    const close = server.close.bind(server);
    server.close = (done) => {
      for (const socket of waiting) socket.destroy();
      return close(done);
    };
    server.unref();
    server.once('error', () => resolve(undefined));
    server.listen(path, () => resolve(server));
  });
}

/** Resolves when the owner has gone; a socket file on which nobody answers is what a killed run has left. */
function waitForOwner(path: string): Promise<'gone' | 'dead'> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let dead = false;
    socket.once('error', (error: NodeJS.ErrnoException) => {
      dead = error.code === 'ECONNREFUSED';
    });
    socket.once('close', () => resolve(dead ? 'dead' : 'gone'));
    socket.resume();
  });
}
