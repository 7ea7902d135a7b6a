import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { processIdentity } from './process-identity.ts';

/** Notes in `file` which process we started, so that the next start can find it if we are killed with -9. */
export function recordPid(file: string, pid: number): void {
  const identity = processIdentity(pid);
  if (identity !== undefined) writeFileSync(file, `${pid} ${identity}\n`, { mode: 0o600 });
}

/** Forgets the note. */
export function forgetPid(file: string): void {
  rmSync(file, { force: true });
}

/**
 * Ends the process noted in `file` if it is still the very process that we started: `signal` first, SIGKILL after
 * `withinMs`. Returns true when one was found.
 */
export async function endRecorded(file: string, signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
  const recorded = readRecord(file);
  if (recorded === undefined || processIdentity(recorded.pid) !== recorded.identity) return false;
  sendSignal(recorded.pid, signal);
  for (let waited = 0; processIdentity(recorded.pid) === recorded.identity; waited += 50) {
    if (waited >= withinMs) sendSignal(recorded.pid, 'SIGKILL');
    if (waited >= withinMs + 2_000) break;
    await delay(50);
  }
  forgetPid(file);
  return true;
}

function readRecord(file: string): { pid: number; identity: string } | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    const space = text.indexOf(' ');
    const pid = Number(text.slice(0, space));
    return Number.isSafeInteger(pid) && pid > 1 ? { pid, identity: text.slice(space + 1) } : undefined;
  } catch {
    return undefined;
  }
}

/** Signals a process; one that is gone already is no error. A negative pid means its process group. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // ESRCH: it ended by itself, which is what was wanted.
  }
}
