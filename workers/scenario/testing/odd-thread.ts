import { parentPort } from 'node:worker_threads';
import type { Reply } from '../job.ts';
import { READY } from '../ready.ts';

/** A thread that does with a document what no document may make it do. */
parentPort?.on('message', ({ asked }: { asked: { document: unknown } }) => {
  const { document } = asked;
  if (document === 'endless') for (;;);
  if (document === 'greedy') {
    const kept: unknown[] = [];
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  }
  if (document === 'gone') process.exit(0);
  const reply: Reply =
    document === 'deep'
      ? { ok: false, why: 'overflow', name: 'RangeError' }
      : { ok: true, value: { problems: [], exploration: null, document } };
  parentPort?.postMessage(reply);
});
parentPort?.postMessage(READY);
