import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ownPromptPath } from '../../contracts/prompt/prompt-path.ts';

/** Files of companies in the prompt folder of a node. */
export type NodeFolder = {
  /** True when the file is there and its content is what its name says; `byName` believes name and size. */
  has(file: { sha256: string; size: number }, byName: boolean): Promise<boolean>;
  /** Writes it whole or not at all: a switch never opens half a file. */
  write(sha256: string, wav: Uint8Array): Promise<void>;
  remove(sha256: string): Promise<void>;
  /** Makes the folder, and clears what an interrupted write left behind. */
  prepare(): Promise<void>;
};

const LEFTOVER = /^\.[0-9a-f-]{36}\.part$/;
/** The switch runs under another account. */
const READABLE = 0o644;

/** Takes the prompt folder as this process sees it. */
export function createNodeFolder(promptsDir: string): NodeFolder {
  const pathOf = (sha256: string): string => join(promptsDir, ownPromptPath(sha256));
  const folder = dirname(pathOf(''));
  return {
    async has({ sha256, size }, byName) {
      const path = pathOf(sha256);
      const found = await stat(path).catch(() => undefined);
      if (found?.size !== size) return false;
      return byName || hashOf(await readFile(path)) === sha256;
    },
    async write(sha256, wav) {
      const part = join(folder, `.${randomUUID()}.part`);
      const file = await open(part, 'wx', READABLE);
      try {
        await file.writeFile(wav);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, pathOf(sha256));
      await syncFolder(folder);
    },
    remove: (sha256) => unlink(pathOf(sha256)).catch(ignoreMissing),
    async prepare() {
      await mkdir(folder, { recursive: true, mode: 0o755 });
      const names = await readdir(folder);
      for (const name of names.filter((one) => LEFTOVER.test(basename(one))))
        await unlink(join(folder, name)).catch(ignoreMissing);
    },
  };
}

/** SHA-256 in hex. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The new name is on the disk too, not the content alone. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
