import { Worker } from 'node:worker_threads';
import { CallwrightError } from '../../contracts/errors.ts';
import type { JobKind, Jobs, Reply, Request } from './job.ts';

/** Enough for the largest document with its paths; a document that needs more is refused, and the api goes on. */
const MEMORY = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

export type JobThread = {
  /**
   * Does one job after the other. Throws `scenario/runaway` when it takes longer than `atMostMs` or more memory than the
   * thread has; the thread is ended then, and the next job gets a new one.
   */
  run<K extends JobKind>(kind: K, asked: Jobs[K]['asked'], atMostMs: number): Promise<Jobs[K]['answer']>;
  /** Jobs that wait or run. */
  readonly load: number;
  close(): Promise<void>;
};

type Timer = { after(ms: number, act: () => void): { cancel(): void } };

const clock: Timer = {
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return { cancel: () => clearTimeout(timer) };
  },
};

/** A thread that is started with its first job. `file` is what it runs, `data` what it begins with. */
export function createJobThread(file: URL, data: unknown, timer: Timer = clock): JobThread {
  let worker: Started | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let load = 0;

  const thread = (): Started => {
    worker ??= startThread(file, data);
    return worker;
  };

  async function drop(): Promise<void> {
    const old = worker;
    worker = undefined;
    await old?.worker.terminate();
  }

  async function exchange(request: Request, atMostMs: number): Promise<unknown> {
    const { worker: one, ready } = thread();
    // Loading takes a while on a busy machine, and is no document's doing.
    await ready.catch(async (error: unknown) => {
      await drop();
      throw error;
    });
    const { reply, stop } = replyOf(one, atMostMs, timer);
    try {
      one.postMessage(request);
      const answer = await reply;
      if (answer.ok) return answer.value;
      if (answer.why === 'overflow') throw runaway('is nested too deeply');
      throw new CallwrightError('server/bug', `a document was not worked on: ${answer.name}`);
    } catch (error) {
      // Whatever is half done in there is of no use any more.
      await drop();
      throw error;
    } finally {
      stop();
    }
  }

  return {
    get load() {
      return load;
    },
    async run(kind, asked, atMostMs) {
      load += 1;
      const turn = last.then(() => exchange({ kind, asked } as Request, atMostMs));
      last = turn.catch(() => undefined);
      try {
        return (await turn) as Jobs[typeof kind]['answer'];
      } finally {
        load -= 1;
      }
    },
    close: drop,
  };
}

type Started = { worker: Worker; ready: Promise<void> };

function startThread(file: URL, data: unknown): Started {
  const worker = new Worker(file, { workerData: data, resourceLimits: MEMORY, env: {}, stdin: false });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const failed = (): void =>
    reject(new CallwrightError('server/bug', 'the thread that works on documents did not start'));
  worker.once('exit', failed).once('message', () => {
    worker.off('exit', failed);
    // It waits for jobs; that alone shall not keep the process alive.
    worker.unref();
    resolve();
  });
  // Whoever waits for an answer hears of it by `exit`.
  worker.on('error', () => undefined);
  promise.catch(() => undefined);
  return { worker, ready: promise };
}

function replyOf(worker: Worker, atMostMs: number, timer: Timer): { reply: Promise<Reply>; stop(): void } {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const failed = (): void => reject(runaway('needs more memory than there is'));
  const limit = timer.after(atMostMs, () => reject(runaway(`takes longer than ${atMostMs / 1_000} s`)));
  // It also fails when the thread is ended because of something else.
  promise.catch(() => undefined);
  worker.ref();
  worker.once('message', resolve).once('error', failed).once('exit', failed);
  return {
    reply: promise,
    stop() {
      limit.cancel();
      worker.off('message', resolve).off('error', failed).off('exit', failed);
      worker.unref();
    },
  };
}

const runaway = (how: string): CallwrightError =>
  new CallwrightError('scenario/runaway', `working on this document ${how}: make it smaller or simpler`);
