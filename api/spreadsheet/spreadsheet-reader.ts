import { Worker } from 'node:worker_threads';
import { SHEET_LIMITS, SHEET_TIMEOUT_MS } from './sheet-limits.ts';
import { sheetProblem } from './sheet-refusal.ts';
import type { SheetVerdict } from './sheet-verdict.ts';

const THREAD = new URL('./sheet-thread.ts', import.meta.url);
/** Three times what the largest allowed file needs; a thread that wants more ends, and not the process. */
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };
/** Files that may wait; each holds up to 5 MB. */
const MOST_WAITING = 8;

/** Reads an .xlsx or CSV file. Never throws: what is wrong with the file is the verdict. */
export type ReadSpreadsheet = (file: Uint8Array) => Promise<SheetVerdict>;

/**
 * A reader whose files are read one after the other, each in a thread of its own that is ended when it wants too much
 * memory or has not finished in time: calls and live pages do not wait for it, and nothing of a hostile file is left.
 */
export function createSpreadsheetReader(thread: URL = THREAD, timeoutMs = SHEET_TIMEOUT_MS): ReadSpreadsheet {
  let before: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (file) => {
    if (file.length > SHEET_LIMITS.file) return refused('file-too-large');
    if (waiting >= MOST_WAITING) return refused('busy');
    waiting += 1;
    const mine = before.then(() => readInThread(file, thread, timeoutMs));
    before = mine;
    return mine.finally(() => {
      waiting -= 1;
    });
  };
}

const refused = (code: Parameters<typeof sheetProblem>[0]): SheetVerdict => ({
  ok: false,
  problem: sheetProblem(code),
});

async function readInThread(file: Uint8Array, source: URL, timeoutMs: number): Promise<SheetVerdict> {
  const thread = new Worker(source, { resourceLimits: MEMORY });
  let timer: NodeJS.Timeout | undefined;
  const verdict = new Promise<SheetVerdict>((resolve) => {
    timer = setTimeout(() => resolve(refused('too-slow')), timeoutMs);
    thread.once('message', resolve);
    thread.once('error', (error: NodeJS.ErrnoException) =>
      resolve(refused(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'needs-too-much' : 'damaged')),
    );
    thread.once('exit', () => resolve(refused('damaged')));
  });
  thread.postMessage(file);
  try {
    return await verdict;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
