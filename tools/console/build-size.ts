import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
};
type Manifest = Readonly<Record<string, Chunk>>;

/** What one first load may cost, bytes after gzip. */
export const FIRST_LOAD_LIMIT = 300 * 1024;

/** What the first load of a page fetches: the entry, one language and the page's own chunks, by module name. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  '/sign-in': ['src/i18n/load-ko.ts'],
  '/calls': ['src/i18n/load-ko.ts', 'src/pages/calls/calls-page.tsx'],
};

export type FirstLoad = { readonly page: string; readonly bytes: number; readonly files: readonly string[] };

/** The first loads of a built console, gzip. The font is not in it: it comes after the page, in slices. */
export function firstLoads(folder: string): readonly FirstLoad[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry === true) ?? 'index.html';
  return Object.entries(PAGES).map(([page, more]) => {
    const files = ['index.html', ...filesOf(manifest, [entry, ...more])];
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    return { page, bytes, files };
  });
}

/** A chunk that is asked for brings along what it imports, and the style sheets of all of them. */
function filesOf(manifest: Manifest, wanted: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new TypeError(`the build has no ${name}`);
    if (seen.has(name)) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const name of wanted) visit(name);
  return [...files].filter((file) => /\.(?:js|css)$/.test(file));
}
