import { systemActor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { PromptSpread } from '../../db/repositories/prompt-spread.ts';
import { hashOf, type NodeFolder } from './node-folder.ts';

export type SpreadParts = {
  promptSpread: PromptSpread;
  node: string;
  folder: NodeFolder;
};
/** What one pass has done. */
export type SpreadPass = { written: number; removed: number; held: number };

const itself = systemActor('media-worker');

/**
 * Makes the folder of a node equal to what the database wants there, and says so file by file. The first pass reads every
 * file that is there; later ones believe their names. Files that the database does not know are left alone.
 */
export function createSpread({ promptSpread, node, folder }: SpreadParts): () => Promise<SpreadPass> {
  let looked = false;
  return async () => {
    if (!looked) await folder.prepare();
    const held = await promptSpread.held(itself, node);
    const wanted = await promptSpread.wanted(itself);
    let written = 0;
    for (const file of wanted) {
      const there = await folder.has(file, looked && held.has(file.sha256));
      if (!there) {
        await folder.write(file.sha256, await bytesOf(promptSpread, file.sha256));
        written += 1;
      }
      if (!there || !held.has(file.sha256)) await promptSpread.hold(itself, node, file.sha256);
      held.delete(file.sha256);
    }
    // What is left was in use once. Taken back before it is gone: nobody counts on it from then on.
    for (const sha256 of held) {
      await promptSpread.drop(itself, node, sha256);
      await folder.remove(sha256);
    }
    looked = true;
    return { written, removed: held.size, held: wanted.length };
  };
}

async function bytesOf(promptSpread: PromptSpread, sha256: string): Promise<Uint8Array> {
  const bytes = await promptSpread.bytes(itself, sha256);
  if (bytes === undefined || hashOf(bytes) !== sha256)
    throw new CallwrightError('server/bug', `the sound ${sha256.slice(0, 12)} is not what its hash says`);
  return bytes;
}
