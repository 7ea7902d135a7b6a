import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser of this machine: `CHROMIUM`, else the first of the usual names on the path; undefined: there is none. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(runs);
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Why browser tests are skipped here; undefined when they run. */
export const noBrowser = (): string | undefined =>
  findChromium() === undefined ? 'no chromium on this machine: set CHROMIUM to its path' : undefined;

/** A headless browser with a microphone that hums and plays sound without being touched first. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [
      // In containers there is no user namespace for the sandbox, and /dev/shm is small.
      ...['--no-sandbox', '--disable-dev-shm-usage'],
      ...['--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream'],
      ...['--use-fake-device-for-media-stream', '--mute-audio'],
    ],
  });
}
