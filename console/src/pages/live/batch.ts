/**
 * Collects what comes in and hands it over together: at the next animation frame, but not more often than each
 * `everyMs`. A live page of 1,000 calls gets hundreds of events a second, and people read five pictures a second at best.
 */
export type Batch<T> = {
  add(item: T): void;
  /** What is still waiting is dropped. */
  stop(): void;
};

export type BatchClock = {
  now(): number;
  /** Calls back before the next paint; not called while the tab is hidden. */
  frame(run: () => void): () => void;
  after(ms: number, run: () => void): () => void;
};

export type BatchOptions<T> = {
  readonly everyMs: number;
  readonly flush: (items: readonly T[]) => void;
  readonly clock: BatchClock;
};

/** While a tab is hidden there are no frames: what waits then is handed over anyway, so that memory stays bounded. */
const HIDDEN_MS = 1_000;

/** Makes an empty batch. `flush` gets the items in their order. */
export function createBatch<T>({ everyMs, flush, clock }: BatchOptions<T>): Batch<T> {
  let waiting: T[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let cancel: (() => void)[] = [];
  const run = (): void => {
    for (const end of cancel.splice(0)) end();
    const items = waiting;
    waiting = [];
    last = clock.now();
    flush(items);
  };
  const schedule = (): void => {
    const wait = Math.max(0, last + everyMs - clock.now());
    const atFrame = (): void => void cancel.push(clock.frame(run));
    cancel = [clock.after(wait + HIDDEN_MS, run)];
    if (wait === 0) atFrame();
    else cancel.push(clock.after(wait, atFrame));
  };
  return {
    add(item) {
      waiting.push(item);
      if (waiting.length === 1) schedule();
    },
    stop() {
      waiting = [];
      for (const end of cancel.splice(0)) end();
    },
  };
}

/** The browser's own clock and frames. */
export const browserClock: BatchClock = {
  now: () => performance.now(),
  frame: (run) => {
    const id = requestAnimationFrame(run);
    return () => cancelAnimationFrame(id);
  },
  after: (ms, run) => {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};
