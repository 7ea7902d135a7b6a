import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Cell } from './export-rows.ts';

/**
 * Most rows of a workbook. The library builds the whole file in memory: 20,000 rows cost 150 MB and some two seconds of a
 * processor for as long as it works; a CSV is streamed and may be longer.
 */
export const MOST_WORKBOOK_ROWS = 20_000;

/** Lines of the file, or the order to write it. */
export type ToThread = readonly (readonly Cell[])[] | 'write';

const LINES_AT_ONCE = 500;
const THREAD = new URL('./workbook-thread.ts', import.meta.url);
/** Twice what the longest file needs; a thread that wants more ends, and not the process. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };

/** Writes lines as a workbook of one sheet; who asks while another is written waits, so that memory is needed once. */
export type WriteWorkbook = (lines: () => AsyncIterable<readonly Cell[]>) => Promise<Buffer>;

/** A writer with a queue of its own. Lines are read when the turn has come; what their source throws, it throws. */
export function createWorkbookWriter(): WriteWorkbook {
  let before: Promise<unknown> = Promise.resolve();
  return (lines) => {
    const mine = before.then(() => writeInThread(lines()));
    before = mine.catch(() => undefined);
    return mine;
  };
}

/** In a thread of its own: the building is one piece of work, for which live pages and calls must not wait. */
async function writeInThread(lines: AsyncIterable<readonly Cell[]>): Promise<Buffer> {
  const thread = new Worker(THREAD, { resourceLimits: LIMITS });
  // Rejects when the thread fails, at whichever time.
  const file = once(thread, 'message');
  const fed = feed(thread, lines);
  try {
    const [[bytes]] = await Promise.all([file, fed]);
    return Buffer.from(bytes);
  } finally {
    await thread.terminate();
  }
}

async function feed(thread: Worker, lines: AsyncIterable<readonly Cell[]>): Promise<void> {
  const send = (message: ToThread): void => thread.postMessage(message);
  let some: (readonly Cell[])[] = [];
  for await (const line of lines) {
    some.push(line);
    if (some.length < LINES_AT_ONCE) continue;
    send(some);
    some = [];
  }
  send(some);
  send('write');
}
