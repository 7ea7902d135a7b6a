import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** All that the console is built from, beside its own folder. */
export const ALSO = [
  ...['package-lock.json', 'contracts/api/permissions.ts', 'contracts/masking.ts'],
  'contracts/scenario/outcomes.ts',
  ...['kinds', 'sizes', 'cp949', 'cp949-data', 'check-text', 'look-alikes'].map(
    (name) => `contracts/message/${name}.ts`,
  ),
  ...['kr-number', 'fold-digits', 'special-numbers'].map((name) => `contracts/number/${name}.ts`),
];

/** Folder of the console that belongs to these sources, named by their hash; the build makes it, the api serves it. */
export function consoleFolder(root: string = ROOT): string {
  const own = sources(root, 'console');
  const hash = createHash('sha256');
  for (const name of [...own.sort(), ...ALSO]) {
    const content = readFileSync(join(root, name));
    // With its length, or one file's end could pass for the next one's beginning.
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return join(root, 'console/dist', hash.digest('hex').slice(0, 16));
}

/** Files under a folder that a build depends on. Never a look into `dist`: another process may be building there. */
function sources(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return name === 'console/dist' ? [] : sources(root, name);
    return entry.isFile() && !/\.test\.tsx?$/.test(name) ? [name] : [];
  });
}
