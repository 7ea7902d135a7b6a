import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CallwrightError } from '../../contracts/errors.ts';
import { findPostgresBinaries } from './binaries.ts';

export type TestServer = {
  /** Of the maintenance database; the user is a superuser without a password, on loopback. */
  url: string;
  pid: number;
  /** Resolves when the process has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts a Postgres whose data lies in `folder` and is worth nothing: no fsync, no full-page writes. Ready after about
 * a second. `trust` is acceptable on loopback for the minutes of a test run.
 */
export async function startTestServer(folder: string, log: (line: string) => void): Promise<TestServer> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { initdb, postgres, runAs } = findPostgresBinaries(folder);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (runAs) chownSync(data, runAs.uid, runAs.gid);
  const as = { ...runAs, cwd: data, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } };
  await exits(
    spawn(
      initdb,
      ['-D', data, '-A', 'trust', '-U', 'callwright', '-E', 'UTF8', '--locale=C', '--no-sync'],
      as,
    ),
    log,
  );
  const port = await freePort();
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100'];
  const place = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`];
  const child = spawn(postgres, ['-D', data, ...[...settings, ...place].flatMap((set) => ['-c', set])], as);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  await ready(child, log);
  return {
    url: `postgres://callwright@127.0.0.1:${port}/postgres`,
    pid: child.pid ?? 0,
    ended,
    async stop() {
      // SIGINT is Postgres' "fast" shutdown: it ends sessions instead of waiting for them.
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function exits(child: ChildProcess, log: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => log(String(chunk)));
    child.stdout?.resume();
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new CallwrightError('config/tool-missing', `initdb ended with code ${code}`)),
    );
  });
}

function ready(child: ChildProcess, log: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new CallwrightError('config/tool-missing', `postgres ended with code ${code}`)),
    );
    child.stdout?.resume();
    child.stderr?.on('data', (chunk: Buffer) => {
      log(String(chunk));
      if (String(chunk).includes('ready to accept connections')) resolve();
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}
