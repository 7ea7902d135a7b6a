import { syncBuiltinESMExports } from 'node:module';
import workerThreads, { type WorkerOptions } from 'node:worker_threads';

const leanSandbox = new URL('./lean-sandbox.ts', import.meta.url).href;
/**
 * The SDK's own limit of one call into a workflow is 5 s. Looks are counted, not time: a process that was suspended, or
 * is slow to start, has not looked meanwhile.
 */
const LOOKS_UNTIL_STUCK = 6;
const LOOK_EVERY_MS = 1_000;

/** Counts looks at a thread that owes an answer and gave none since the last look. */
export function createStuckWatch(): { asked(): void; answered(): void; look(): boolean } {
  let owed = 0;
  let answers = 0;
  let answersBefore = 0;
  let silentLooks = 0;
  return {
    asked() {
      owed += 1;
    },
    answered() {
      owed -= 1;
      answers += 1;
    },
    look() {
      silentLooks = owed > 0 && answers === answersBefore ? silentLooks + 1 : 0;
      answersBefore = answers;
      return silentLooks >= LOOKS_UNTIL_STUCK;
    },
  };
}

/**
 * Makes the SDK start its workflow threads with lean-sandbox.ts, and watches them in return: `onStuck` is called when one
 * has owed an answer for 6 s, which only an endless loop does. To be called before `Worker.create`.
 */
export function useLeanSandbox(onStuck: () => void): void {
  const Original = workerThreads.Worker;
  class LeanWorker extends Original {
    readonly #watch = createStuckWatch();

    constructor(file: string | URL, options: WorkerOptions = {}) {
      super(file, { ...options, execArgv: [...process.execArgv, '--import', leanSandbox] });
      this.on('message', () => this.#watch.answered());
      setInterval(() => {
        if (this.#watch.look()) onStuck();
      }, LOOK_EVERY_MS).unref();
    }

    override postMessage(...args: Parameters<InstanceType<typeof Original>['postMessage']>): void {
      this.#watch.asked();
      super.postMessage(...args);
    }
  }
  workerThreads.Worker = LeanWorker;
  syncBuiltinESMExports();
}
