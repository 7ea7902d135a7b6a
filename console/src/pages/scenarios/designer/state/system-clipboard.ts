import { type Clip, readClip } from '../model/clipboard.ts';

/** What was copied last: a browser may keep its own clipboard to itself. */
let last: Clip | null = null;

/** Copies blocks, for this page and (where the browser allows it) for another scenario or a text file. */
export function copyOut(clip: Clip): void {
  last = clip;
  navigator.clipboard?.writeText(JSON.stringify(clip)).catch(() => undefined);
}

/** Blocks of the clipboard; null: there are none in it. */
export async function pasteIn(): Promise<Clip | null> {
  try {
    return readClip(await navigator.clipboard.readText()) ?? last;
  } catch {
    return last;
  }
}
