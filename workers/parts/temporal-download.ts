import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The CLI release that we were tested with. */
export const TEMPORAL_CLI_VERSION = 'v1.5.1';

const ANSWER_WITHIN_MS = 4_000;
const WHOLE_WITHIN_MS = 180_000;

/**
 * Fetches the official archive into a new folder below `cache` and returns the path of the program in it, or
 * undefined when the site cannot be reached (behind many firewalls) or has nothing for this machine.
 */
export async function downloadTemporal(cache: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(cache, 'download-'));
  try {
    const response = await fetchArchive();
    if (response?.body == null) throw new TypeError('no archive');
    const archive = join(folder, 'temporal.tar.gz');
    await pipeline(Readable.from(response.body), createWriteStream(archive), {
      signal: AbortSignal.timeout(WHOLE_WITHIN_MS),
    });
    await run('tar', ['-xzf', archive, '-C', folder, 'temporal']);
    return join(folder, 'temporal');
  } catch {
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
}

async function fetchArchive(): Promise<Response | undefined> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const url = `https://temporal.download/cli/archive/${TEMPORAL_CLI_VERSION}?platform=${process.platform}&arch=${arch}`;
  const control = new AbortController();
  const limit = setTimeout(() => control.abort(), ANSWER_WITHIN_MS);
  try {
    const response = await fetch(url, { signal: control.signal });
    return response.ok ? response : undefined;
  } finally {
    clearTimeout(limit);
  }
}
