import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CallwrightError } from '../../contracts/errors.ts';
import { openHome } from './home.ts';
import { type KeptRunning, keepRunning } from './keep-running.ts';
import type { PartLog } from './part-log.ts';
import { endRecorded, forgetPid, recordPid } from './pid-record.ts';
import { freePort } from './ports.ts';
import { type PostgresAccount, postgresAccount } from './postgres-account.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { clearStalePidFile, openPostgresRoot, POSTGRES_USER, preparePostgresData } from './postgres-data.ts';
import { ensureDatabase, waitForPostgres } from './postgres-probe.ts';
import { postgresArguments } from './postgres-settings.ts';
import { readSecret } from './secrets.ts';

export interface StartPostgresOptions {
  /** `CALLWRIGHT_HOME`: data, log and password lie below. */
  readonly home: string;
  /** `DATABASE_URL` of a server that runs already. */
  readonly databaseUrl?: string | undefined;
  /** Our own server's port, taken if it is free. Default 15432. */
  readonly preferredPort?: number;
  readonly log: PartLog;
}

/** A Postgres that answers. The url holds the password: it must not be logged. */
export interface PostgresPart {
  readonly url: string;
  /** True when it is not ours: `stop` leaves it alone. */
  readonly external: boolean;
  readonly pid: number | undefined;
  stop(withinMs?: number): Promise<void>;
}

const DATABASE = 'callwright';
const DEFAULT_PORT = 15_432;
const READY_MS = 60_000;
const EXTERNAL_MS = 10_000;
const STOP_MS = 7_000;

/**
 * Uses the Postgres at `databaseUrl`, or runs the npm package's with its data under the home, keeps it running on the
 * same port, and makes the database `callwright` in it. Throws `db/unavailable`, `config/tool-missing` or
 * `config/invalid`.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<PostgresPart> {
  const url = options.databaseUrl ?? '';
  return url === '' ? startOwn(options) : useExternal(url);
}

async function useExternal(url: string): Promise<PostgresPart> {
  try {
    await waitForPostgres(url, AbortSignal.timeout(EXTERNAL_MS));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CallwrightError('db/unavailable', `no Postgres answers at DATABASE_URL: ${reason}`, { cause });
  }
  return { url, external: true, pid: undefined, stop: () => Promise.resolve() };
}

async function startOwn({ home: path, preferredPort, log }: StartPostgresOptions): Promise<PostgresPart> {
  const home = openHome(path);
  openPostgresRoot(home.postgres);
  const pidFile = join(home.root, 'postgres.pid');
  if (await endRecorded(pidFile, 'SIGINT', STOP_MS)) log.warn('ended a Postgres left by an earlier start');
  const binaries = findPostgresBinaries();
  const runAs = postgresAccount([binaries.postgres, join(home.postgres, 'data')]);
  const password = readSecret(home, 'postgres-password');
  const data = await preparePostgresData(home.postgres, password, binaries, runAs);
  mkdirSync(home.logs, { recursive: true, mode: 0o700 });
  const program: Program = {
    binary: binaries.postgres,
    runAs,
    data,
    password,
    log,
    pidFile,
    logFile: join(home.logs, 'postgres.log'),
  };
  // Somebody may take the port between our look and the server's: then another one does as well.
  const { port, kept } = await runServer(program, preferredPort ?? DEFAULT_PORT).catch(() =>
    runServer(program, 0),
  );
  await ensureDatabase(urlOf(password, port, 'postgres'), DATABASE);
  return ownPart(urlOf(password, port, DATABASE), kept, pidFile);
}

interface Program {
  readonly binary: string;
  readonly runAs: PostgresAccount;
  readonly data: string;
  readonly password: string;
  readonly log: PartLog;
  readonly pidFile: string;
  readonly logFile: string;
}

async function runServer(
  program: Program,
  preferredPort: number,
): Promise<{ port: number; kept: KeptRunning }> {
  const { binary, runAs, data, log, logFile } = program;
  const port = await freePort(preferredPort);
  const [first = binary, ...args] = [...runAs.prefix, binary, ...postgresArguments(data, port)];
  const kept = keepRunning({
    name: 'postgres',
    argv: [first, ...args],
    account: runAs.account,
    // Nothing of our environment (addresses, secrets) belongs into the server's.
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    cwd: '/',
    logFile,
    stopSignal: 'SIGINT',
    log,
    readyWithinMs: READY_MS,
    beforeStart: () => clearStalePidFile(data),
    ready: (_child, signal) => waitForPostgres(urlOf(program.password, port, 'postgres'), signal),
    onStarted: (child) => recordPid(program.pidFile, child.pid),
  });
  await kept.firstReady;
  return { port, kept };
}

function urlOf(password: string, port: number, database: string): string {
  return `postgresql://${POSTGRES_USER}:${password}@127.0.0.1:${port}/${database}`;
}

function ownPart(url: string, kept: KeptRunning, pidFile: string): PostgresPart {
  return {
    url,
    external: false,
    get pid() {
      return kept.pid();
    },
    stop: async (withinMs = STOP_MS) => {
      await kept.stop(withinMs);
      forgetPid(pidFile);
    },
  };
}
