import { parentPort, workerData } from 'node:worker_threads';
import { PromptCatalog } from '../../ivr-scenarios/authoring.ts';
import { doJob } from './do-job.ts';
import type { Reply, Request } from './job.ts';
import { READY } from './ready.ts';

/** Entry point of the thread that works on documents. Begins with the catalog of the shipped prompts. */
const parts = { shipped: PromptCatalog.parse(workerData), now: () => performance.now() };

parentPort?.on('message', (request: Request) => {
  parentPort?.postMessage(replyTo(request));
});

parentPort?.postMessage(READY);

function replyTo(request: Request): Reply {
  try {
    return { ok: true, value: doJob(request, parts) };
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    return { ok: false, why: error instanceof RangeError ? 'overflow' : 'failed', name };
  }
}
