import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Home } from './home.ts';
import { processIdentity } from './process-identity.ts';

/**
 * Takes the home for this process; two engines on one home would share a database file. Throws `config/invalid` with
 * the holder's pid when it is held. A lock whose holder died (also by `kill -9`) is taken over. Returns the release.
 */
export function lockHome(home: Home): () => void {
  const file = join(home.root, 'lock');
  const mine = `${process.pid} ${processIdentity(process.pid) ?? ''}\n`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (tryTake(file, mine)) return () => release(file, mine);
    const holder = readHolder(file);
    if (holder !== undefined && processIdentity(holder.pid) === holder.identity) throw held(home, holder.pid);
    rmSync(file, { force: true });
  }
  throw held(home, undefined);
}

/** A hard link appears whole or not at all, so nobody reads half a lock. */
function tryTake(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function release(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
  } catch {
    // Removed by someone else: released all the same.
  }
}

function readHolder(file: string): { pid: number; identity: string } | undefined {
  try {
    const [pid = '', identity = ''] = readFileSync(file, 'utf8').trim().split(' ', 2);
    return { pid: Number(pid), identity };
  } catch {
    return undefined;
  }
}

function held(home: Home, pid: number | undefined): CallwrightError {
  const who = pid === undefined ? '' : ` (process ${pid})`;
  const words = `Callwright already runs on ${home.root}${who}: stop it first, or set CALLWRIGHT_HOME to another folder`;
  return new CallwrightError('config/invalid', words);
}
