import { accessSync, constants } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { CallwrightError } from '../../contracts/errors.ts';
import type { PartLog } from './part-log.ts';
import { buildTemporal } from './temporal-build.ts';
import { downloadTemporal } from './temporal-download.ts';
import { isUsableServer, temporalServerVersion } from './temporal-version.ts';

export interface FindTemporalOptions {
  /** `CALLWRIGHT_HOME`. */
  readonly home: string;
  readonly log: PartLog;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the Temporal CLI, or obtains it once: PATH, our caches, Go's own bin folder, the official download, and at
 * last `go install`. Returns its path; throws `config/tool-missing` with what to do.
 */
export async function findTemporal(options: FindTemporalOptions): Promise<string> {
  for (const candidate of candidates(options.home)) {
    if (!isExecutable(candidate)) continue;
    const version = await temporalServerVersion(candidate);
    if (version !== undefined && isUsableServer(version)) return candidate;
    options.log.warn(
      `${candidate} is not used: Temporal server 1.28 or newer is needed, it has ${version ?? 'none'}`,
    );
  }
  return obtain(options);
}

/** Kept for the user, not in the home, so that a second checkout or a fresh home needs no second build. */
export function userCache(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'callwright', 'bin');
}

function candidates(home: string): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const goBin =
    process.env.GOBIN ?? join(process.env.GOPATH?.split(delimiter)[0] ?? join(homedir(), 'go'), 'bin');
  return [...onPath, join(home, 'bin'), userCache(), goBin].map((folder) => join(folder, 'temporal'));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function obtain({ home, log, signal }: FindTemporalOptions): Promise<string> {
  const cache = await writableCache(home);
  const fresh = (await downloadTemporal(cache)) ?? (await buildTemporal(cache, log, signal));
  if (fresh === undefined) {
    const words =
      'no Temporal server: install the "temporal" command (https://docs.temporal.io/cli) or Go 1.25, or set TEMPORAL_ADDRESS';
    throw new CallwrightError('config/tool-missing', words);
  }
  // Renamed only when whole: two starts at once then end with one good file.
  const target = join(cache, 'temporal');
  await chmod(fresh, 0o755);
  await rename(fresh, target);
  await rm(dirname(fresh), { recursive: true, force: true });
  return target;
}

async function writableCache(home: string): Promise<string> {
  for (const folder of [userCache(), join(home, 'bin')]) {
    try {
      await mkdir(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // Next one: a home directory may be missing or read-only in a container.
    }
  }
  throw new CallwrightError(
    'config/invalid',
    `cannot write to ${home}: set CALLWRIGHT_HOME to a folder that you may write`,
  );
}
