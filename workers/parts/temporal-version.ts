import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Update-with-start and eager start, which a call's first event relies on, are complete from this server on. */
const OLDEST: readonly [number, number] = [1, 28];

/** What `temporal --version` says of the server inside; undefined when the file is no Temporal CLI. */
export async function temporalServerVersion(binary: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(binary, ['--version'], { timeout: 10_000 });
    return /Server (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

/** True when this server version has what we need (1.28 or newer). */
export function isUsableServer(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
