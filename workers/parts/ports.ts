import { createServer } from 'node:net';
import { CallwrightError } from '../../contracts/errors.ts';

const LOOPBACK = '127.0.0.1';

/**
 * A free TCP port on loopback: `preferred` if it is free, else (also for 0) one that the system chooses. Nothing
 * holds it until somebody listens there, so whoever starts a server on it must be ready to be second.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && preferred !== 0 && (await isFree(preferred, LOOPBACK))) return preferred;
  const port = await listenOnce(0, LOOPBACK);
  if (port === undefined) throw new CallwrightError('config/invalid', 'no free TCP port on 127.0.0.1');
  return port;
}

/** True when nothing listens on this port and we may listen there. */
export async function isFree(port: number, host: string = LOOPBACK): Promise<boolean> {
  return (await listenOnce(port, host)) !== undefined;
}

/** Throws `config/port-in-use`, with what to do, when `port` is taken. `variable` names the setting that moves it. */
export async function requireFreePort(
  port: number,
  variable: string,
  host: string = LOOPBACK,
): Promise<void> {
  if (!(await isFree(port, host))) throw portInUse(port, variable);
}

/** The one sentence about a used port, also for a listen that failed with EADDRINUSE. */
export function portInUse(port: number, variable: string): CallwrightError {
  const words = `port ${port} is in use by another program: end that program, or set ${variable} to a free port`;
  return new CallwrightError('config/port-in-use', words);
}

function listenOnce(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(bound));
    });
  });
}
