import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CallwrightError } from '../../contracts/errors.ts';

/**
 * Address of the Postgres of this test run: `CALLWRIGHT_TEST_DATABASE_URL` if set (its user must be allowed to create
 * databases), else one that the first test file starts. AVA runs each file in a process of its own; all have the same
 * parent, whose pid names the run, and making the folder is the lock.
 */
export async function sharedServerUrl(): Promise<string> {
  const given = process.env.CALLWRIGHT_TEST_DATABASE_URL;
  if (given) return given;
  const folder = join(tmpdir(), `callwright-test-postgres-${process.ppid}`);
  if (makeFolder(folder)) {
    const keeper = join(import.meta.dirname, 'keeper.ts');
    spawn(process.execPath, [keeper, folder, String(process.ppid)], {
      detached: true,
      stdio: 'ignore',
    }).unref();
  }
  for (let waited = 0; waited < 30_000; waited += 25) {
    if (existsSync(join(folder, 'url'))) return readFileSync(join(folder, 'url'), 'utf8');
    if (existsSync(join(folder, 'failed')))
      throw new CallwrightError('config/tool-missing', readFileSync(join(folder, 'failed'), 'utf8'));
    await delay(25);
  }
  throw new CallwrightError('db/unavailable', `no Postgres within 30 s; see ${join(folder, 'log')}`);
}

function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 });
    return true;
  } catch {
    return false;
  }
}
