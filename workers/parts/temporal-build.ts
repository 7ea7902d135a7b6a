import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type ChildOptions, startChild } from './child.ts';
import type { PartLog } from './part-log.ts';
import { TEMPORAL_CLI_VERSION } from './temporal-download.ts';

const PROGRESS_MS = 20_000;

/**
 * Builds the CLI from source with Go into a new folder below `cache`: about five minutes on two cores, so it says
 * every 20 s that it is still at it. Returns the program's path, or undefined when Go is missing or the build fails.
 */
export async function buildTemporal(
  cache: string,
  log: PartLog,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const go = findGo();
  if (go === undefined) return undefined;
  const folder = await mkdtemp(join(cache, 'build-'));
  const startedAt = performance.now();
  log.info(`building the Temporal server once with "go install" (${TEMPORAL_CLI_VERSION}, about 5 minutes)`);
  const progress = setInterval(() => {
    log.info(`still building the Temporal server (${Math.round((performance.now() - startedAt) / 1_000)} s)`);
  }, PROGRESS_MS);
  const built = await goInstall(go, folder, log, signal).finally(() => clearInterval(progress));
  if (built) return join(folder, 'temporal');
  await rm(folder, { recursive: true, force: true });
  return undefined;
}

/** Go's own installer puts it where only login shells look. */
function findGo(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/go/bin'];
  return folders.map((folder) => join(folder, 'go')).find((file) => existsSync(file));
}

async function goInstall(
  go: string,
  folder: string,
  log: PartLog,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const options: ChildOptions = {
    name: 'go install',
    argv: [go, 'install', `github.com/temporalio/cli/cmd/temporal@${TEMPORAL_CLI_VERSION}`],
    // SQLite inside is pure Go: without cgo no C compiler is needed.
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
    onLine: (line) => log.info(`go: ${line}`),
  };
  try {
    const child = await startChild(options);
    signal?.addEventListener('abort', child.kill, { once: true });
    const exit = await child.exited;
    signal?.removeEventListener('abort', child.kill);
    return exit.code === 0;
  } catch {
    return false;
  }
}
