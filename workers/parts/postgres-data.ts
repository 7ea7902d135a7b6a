import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CallwrightError } from '../../contracts/errors.ts';
import { giveTo, type PostgresAccount, postgresOwner } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

const run = promisify(execFile);

/** The database account that owns everything of ours. */
export const POSTGRES_USER = 'callwright';

/**
 * Makes the data folder below `root` at the first start and returns its path. It is made beside its place and renamed
 * when whole, so an interrupted first start is simply repeated.
 */
export async function preparePostgresData(
  root: string,
  password: string,
  binaries: PostgresBinaries,
  runAs: PostgresAccount,
): Promise<string> {
  const data = join(root, 'data');
  if (existsSync(join(data, 'PG_VERSION'))) return data;
  const draft = join(root, 'data.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(draft, postgresOwner());
  await initialise(draft, join(root, 'password.new'), password, binaries, runAs);
  renameSync(draft, data);
  return data;
}

async function initialise(
  data: string,
  passwordFile: string,
  password: string,
  binaries: PostgresBinaries,
  runAs: PostgresAccount,
): Promise<void> {
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(passwordFile, postgresOwner());
  // The builtin provider sorts the same on every machine, whatever locales the system has.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${POSTGRES_USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const [program = binaries.initdb, ...args] = [
    ...runAs.prefix,
    binaries.initdb,
    `--pgdata=${data}`,
    ...locale,
    ...access,
  ];
  try {
    await run(program, args, {
      ...(runAs.account ?? {}),
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    });
  } catch (cause) {
    const reason =
      cause instanceof Error && 'stderr' in cause
        ? String(cause.stderr).trim().split('\n').at(-1)
        : String(cause);
    throw new CallwrightError(
      'config/invalid',
      `Postgres could not make its data folder ${data}: ${reason}`,
      { cause },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * After `kill -9` Postgres leaves postmaster.pid behind and refuses to start when that number meanwhile belongs to
 * any other program. Removes the file unless it names a Postgres.
 */
export function clearStalePidFile(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!commandLine(pid).includes('postgres')) rmSync(file, { force: true });
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // Without /proc (macOS) Postgres' own check has to do.
    return existsSync('/proc/self') ? '' : 'postgres';
  }
}

/** Makes the folder that holds the data folder, owned by the account that Postgres runs as. */
export function openPostgresRoot(root: string): void {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  chmodSync(root, 0o700);
  giveTo(root, postgresOwner());
}
