import { execFileSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CallwrightError } from '../../contracts/errors.ts';

/** As whom Postgres runs: `account` for root only, `prefix` goes before the command. */
export interface PostgresAccount {
  readonly account: { readonly uid: number; readonly gid: number } | undefined;
  readonly prefix: readonly string[];
}

/**
 * Postgres refuses to run as root. Root therefore runs it as the account `postgres`, or `nobody`, which every system
 * has (initdb insists on an account with a name). Where that account may not enter a folder on the way to `paths`
 * (a checkout in the home folder of root), `setpriv` gives it the one capability that it lacks. Throws `config/invalid` when neither
 * works.
 */
export function postgresAccount(paths: readonly string[]): PostgresAccount {
  if (process.getuid?.() !== 0) return { account: undefined, prefix: [] };
  const account = findAccount();
  if (account === undefined) throw refused('there is no account "postgres" or "nobody" to run it as');
  const closed = paths.map((path) => closedFolder(path, account)).find((folder) => folder !== undefined);
  if (closed === undefined) return { account, prefix: [] };
  const prefix = ['setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const override = [...prefix, '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  try {
    execFileSync('setpriv', [...override.slice(1), 'ls', closed], { stdio: 'ignore' });
  } catch {
    throw refused(`account ${account.uid} may not enter ${closed}`);
  }
  return { account: undefined, prefix: override };
}

/** Hands a file or folder to the account that Postgres will run as; nothing to do unless we are root. */
export function giveTo(
  path: string,
  owner: { readonly uid: number; readonly gid: number } | undefined,
): void {
  if (owner !== undefined) chownSync(path, owner.uid, owner.gid);
}

/** The account that owns Postgres' files, whichever way it is started. */
export function postgresOwner(): { readonly uid: number; readonly gid: number } | undefined {
  return process.getuid?.() === 0 ? findAccount() : undefined;
}

function findAccount(): { uid: number; gid: number } | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return undefined;
}

function closedFolder(path: string, account: { uid: number; gid: number }): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function refused(reason: string): CallwrightError {
  const words = `Postgres does not run as root, and ${reason}: start as another user, move the folder, or set DATABASE_URL`;
  return new CallwrightError('config/invalid', words);
}
