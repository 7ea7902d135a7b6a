import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** All that the console is built from, beside its own folder. */
const ALSO = ['package-lock.json', 'contracts/api/permissions.ts', 'contracts/masking.ts'];

const NOT_BUILT_FROM = /^dist(?:\/|$)|\.test\.tsx?$/;

/** Folder of the console that belongs to these sources, named by their hash; the build makes it, the api serves it. */
export function consoleFolder(root: string = ROOT): string {
  const own = readdirSync(join(root, 'console'), { recursive: true, encoding: 'utf8' })
    .filter((name) => !NOT_BUILT_FROM.test(name))
    .map((name) => `console/${name}`)
    .filter((name) => statSync(join(root, name)).isFile());
  const hash = createHash('sha256');
  for (const name of [...own.sort(), ...ALSO]) {
    const content = readFileSync(join(root, name));
    // With its length, or one file's end could pass for the next one's beginning.
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return join(root, 'console/dist', hash.digest('hex').slice(0, 16));
}
