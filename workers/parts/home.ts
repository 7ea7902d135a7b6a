import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CallwrightError } from '../../contracts/errors.ts';

/** Where everything of one installation lies. All paths are absolute. */
export interface Home {
  readonly root: string;
  readonly secrets: string;
  readonly logs: string;
  readonly temporal: string;
  readonly postgres: string;
  readonly recordings: string;
  readonly bin: string;
}

export const DEFAULT_HOME = '.callwright';

/**
 * Makes the folders of `CALLWRIGHT_HOME`, readable by their owner only, and returns them. Run by root, the top folder
 * may be entered (not listed) by others, because Postgres refuses root and has to reach its own folder below.
 */
export function openHome(path: string = DEFAULT_HOME): Home {
  const home = homePaths(path);
  try {
    for (const folder of [home.root, home.secrets, home.logs, home.temporal, home.recordings, home.bin]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    }
    chmodSync(home.root, process.getuid?.() === 0 ? 0o711 : 0o700);
    chmodSync(home.secrets, 0o700);
  } catch (cause) {
    const words = `cannot make the data folder ${home.root}: set CALLWRIGHT_HOME to a folder that you may write`;
    throw new CallwrightError('config/invalid', words, { cause });
  }
  return home;
}

/** The paths alone; nothing is made. */
export function homePaths(path: string = DEFAULT_HOME): Home {
  const root = resolve(path);
  return {
    root,
    secrets: join(root, 'secrets'),
    logs: join(root, 'logs'),
    temporal: join(root, 'temporal'),
    postgres: join(root, 'postgres'),
    recordings: join(root, 'recordings'),
    bin: join(root, 'bin'),
  };
}
