import type { Clock } from '../clock.ts';

export type VirtualClock = Clock & {
  /** Lets time pass; runs what falls due, in order. */
  advance(ms: number): void;
  /** Lets time pass without running anything, as a busy loop does. */
  stall(ms: number): void;
  /** Timers that are set. */
  pending(): number;
};

/** A clock that stands still until it is told otherwise; starts at `startMs` since 1970. */
export function createVirtualClock(startMs = 1_795_293_105_000): VirtualClock {
  let elapsed = 0;
  let serial = 0;
  const timers = new Map<number, { at: number; run: () => void }>();

  function dueNext(limit: number): [number, { at: number; run: () => void }] | undefined {
    let best: [number, { at: number; run: () => void }] | undefined;
    for (const entry of timers) {
      if (entry[1].at <= limit && (best === undefined || entry[1].at < best[1].at)) best = entry;
    }
    return best;
  }

  return {
    now: () => startMs + elapsed,
    monotonic: () => elapsed,
    schedule(delayMs, run): () => void {
      serial += 1;
      const id = serial;
      timers.set(id, { at: elapsed + delayMs, run });
      return () => void timers.delete(id);
    },
    advance(ms): void {
      const limit = elapsed + ms;
      for (let next = dueNext(limit); next !== undefined; next = dueNext(limit)) {
        timers.delete(next[0]);
        elapsed = Math.max(elapsed, next[1].at);
        next[1].run();
      }
      elapsed = limit;
    },
    stall(ms): void {
      elapsed += ms;
    },
    pending: () => timers.size,
  };
}
