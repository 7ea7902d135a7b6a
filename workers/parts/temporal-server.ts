import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CallwrightError } from '../../contracts/errors.ts';
import { homePaths } from './home.ts';
import { type KeptRunning, keepRunning } from './keep-running.ts';
import type { PartLog } from './part-log.ts';
import { endRecorded, forgetPid, recordPid } from './pid-record.ts';
import { freePort } from './ports.ts';
import { findTemporal } from './temporal-binary.ts';
import { waitForTemporal } from './temporal-probe.ts';
import { devServerArguments } from './temporal-settings.ts';

export interface StartTemporalOptions {
  /** `CALLWRIGHT_HOME`: the database file, the log and the cached program lie below. */
  readonly home: string;
  /** `TEMPORAL_ADDRESS`, host:port of a server that runs already. */
  readonly address?: string | undefined;
  /** Default `callwright` for our own server, `default` for another. */
  readonly namespace?: string | undefined;
  /** Our own server's port, taken if it is free. Default 7233. */
  readonly preferredPort?: number;
  readonly log: PartLog;
  readonly signal?: AbortSignal;
}

/** A Temporal server that answers. */
export interface TemporalPart {
  readonly address: string;
  readonly namespace: string;
  /** True when it is not ours: `stop` leaves it alone. */
  readonly external: boolean;
  readonly uiUrl: string | undefined;
  /** Of our own server; another one after a restart. */
  readonly pid: number | undefined;
  stop(withinMs?: number): Promise<void>;
}

const DEFAULT_PORT = 7233;
const OWN_NAMESPACE = 'callwright';
const READY_MS = 45_000;
const EXTERNAL_MS = 5_000;
const STOP_MS = 7_000;

/**
 * Uses the Temporal server at `address`, or runs a development server with its database under the home and keeps it
 * running on the same port. Throws `temporal/unavailable` or `config/tool-missing`.
 */
export async function startTemporal(options: StartTemporalOptions): Promise<TemporalPart> {
  const address = options.address ?? '';
  return address === '' ? startOwn(options) : useExternal(address, options);
}

async function useExternal(address: string, options: StartTemporalOptions): Promise<TemporalPart> {
  const namespace = options.namespace ?? 'default';
  try {
    await waitForTemporal(address, namespace, AbortSignal.timeout(EXTERNAL_MS));
  } catch (cause) {
    const words = `no Temporal server with namespace "${namespace}" answers at ${address}: check TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE`;
    throw new CallwrightError('temporal/unavailable', words, { cause });
  }
  return {
    address,
    namespace,
    external: true,
    uiUrl: undefined,
    pid: undefined,
    stop: () => Promise.resolve(),
  };
}

async function startOwn(options: StartTemporalOptions): Promise<TemporalPart> {
  const home = homePaths(options.home);
  for (const folder of [home.temporal, home.logs]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pidFile = join(home.temporal, 'server.pid');
  if (await endRecorded(pidFile, 'SIGTERM', STOP_MS))
    options.log.warn('ended a Temporal server left by an earlier start');
  const binary = await findTemporal({ home: home.root, log: options.log, signal: options.signal });
  const run = (preferredPort: number): Promise<RunningServer> =>
    runServer(binary, preferredPort, pidFile, options);
  // Somebody may take the port between our look and the server's: then another one does as well.
  const { port, uiPort, kept } = await run(options.preferredPort ?? DEFAULT_PORT).catch(() => run(0));
  return {
    address: `127.0.0.1:${port}`,
    namespace: options.namespace ?? OWN_NAMESPACE,
    external: false,
    uiUrl: `http://127.0.0.1:${uiPort}`,
    get pid() {
      return kept.pid();
    },
    stop: async (withinMs = STOP_MS) => {
      await kept.stop(withinMs);
      forgetPid(pidFile);
    },
  };
}

interface RunningServer {
  readonly port: number;
  readonly uiPort: number;
  readonly kept: KeptRunning;
}

async function runServer(
  binary: string,
  preferredPort: number,
  pidFile: string,
  options: StartTemporalOptions,
): Promise<RunningServer> {
  const home = homePaths(options.home);
  const port = await freePort(preferredPort);
  const uiPort = await freePort(preferredPort === 0 ? 0 : port + 1_000);
  const namespace = options.namespace ?? OWN_NAMESPACE;
  const databaseFile = join(home.temporal, 'temporal.db');
  const kept = keepRunning({
    name: 'temporal',
    argv: [binary, ...devServerArguments({ port, uiPort, databaseFile, namespace })],
    logFile: join(home.logs, 'temporal.log'),
    log: options.log,
    readyWithinMs: READY_MS,
    ready: (_child, signal) => waitForTemporal(`127.0.0.1:${port}`, namespace, signal),
    onStarted: (child) => recordPid(pidFile, child.pid),
  });
  await kept.firstReady;
  return { port, uiPort, kept };
}
