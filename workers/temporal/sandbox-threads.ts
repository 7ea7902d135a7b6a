import { syncBuiltinESMExports } from 'node:module';
import workerThreads, { type WorkerOptions } from 'node:worker_threads';

const leanSandbox = new URL('./lean-sandbox.ts', import.meta.url).href;
/** The SDK's own limit of one call into a workflow. */
const STUCK_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

/**
 * Makes the SDK start its workflow threads with lean-sandbox.ts, and watches them in return: `onStuck` is called when one
 * has not answered for 5 s, which only an endless loop does. To be called before `Worker.create`.
 */
export function useLeanSandbox(onStuck: () => void): void {
  const Original = workerThreads.Worker;
  class LeanWorker extends Original {
    #asked = 0;
    #answered = 0;
    #lastAnswer = performance.now();

    constructor(file: string | URL, options: WorkerOptions = {}) {
      super(file, { ...options, execArgv: [...process.execArgv, '--import', leanSandbox] });
      this.on('message', () => {
        this.#answered += 1;
        this.#lastAnswer = performance.now();
      });
      setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
    }

    override postMessage(...args: Parameters<InstanceType<typeof Original>['postMessage']>): void {
      if (this.#asked === this.#answered) this.#lastAnswer = performance.now();
      this.#asked += 1;
      super.postMessage(...args);
    }

    #look(): void {
      if (this.#asked > this.#answered && performance.now() - this.#lastAnswer > STUCK_MS) onStuck();
    }
  }
  workerThreads.Worker = LeanWorker;
  syncBuiltinESMExports();
}
