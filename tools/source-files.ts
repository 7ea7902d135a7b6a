import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of the repository: its path from the root, with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export const ROOT: string = join(import.meta.dirname, '..');

/** What git does not keep. Looked up by name, so that a checkout without git (an archive) is checked as well. */
const NOT_OURS: ReadonlySet<string> = new Set(['node_modules', '.git', '.callwright', 'dist']);

/** All files below `root` whose name ends with one of `endings`, sorted by path. */
export function sourceFiles(endings: readonly string[], root: string = ROOT): SourceFile[] {
  return walk(root, '')
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function walk(root: string, below: string): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return walk(root, path);
    return entry.isFile() ? [path] : [];
  });
}
