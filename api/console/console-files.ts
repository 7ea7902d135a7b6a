import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** One file of the built console. `plain`, `gzip` and `br` are absolute paths; the latter two exist for texts. */
export type ConsoleFile = {
  readonly type: string;
  /** Its name holds a hash of its content, so that browsers may keep it for good. */
  readonly immutable: boolean;
  readonly plain: string;
  readonly gzip: string | undefined;
  readonly br: string | undefined;
};

export type ConsoleFiles = {
  /** index.html, with a placeholder for the nonce. */
  readonly page: string;
  /** By address, e.g. `/assets/index-x.js`. What is not in here is not served: no path leads out of the folder. */
  readonly files: ReadonlyMap<string, ConsoleFile>;
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Reads the list of files of a built console; undefined while there is none. */
export function readConsole(folder: string): ConsoleFiles | undefined {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return undefined;
  const files = new Map<string, ConsoleFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const plain = join(folder, name);
    const address = `/${name.replaceAll('\\', '/')}`;
    files.set(address, {
      type,
      immutable: address.startsWith('/assets/'),
      plain,
      gzip: existing(`${plain}.gz`),
      br: existing(`${plain}.br`),
    });
  }
  return { page: readFileSync(index, 'utf8'), files };
}

const existing = (path: string): string | undefined => (existsSync(path) ? path : undefined);
