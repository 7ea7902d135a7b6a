import type { Clock } from './clock.ts';

/** A clock that stands still until it is told to move. */
export type VirtualClock = Clock & {
  /** Runs every timer due within the next `ms`, in order of time, then stands at now + ms. */
  readonly advance: (ms: number) => void;
  /** Time of the next timer in ms since the epoch, or Infinity. */
  readonly nextTimer: () => number;
};

type Timer = { readonly at: number; readonly order: number; readonly run: () => void };

/** A virtual clock for tests; starts at `startMs` (a fixed date, so that runs can be compared). */
export function createVirtualClock(startMs = Date.UTC(2026, 0, 5, 0, 0, 0)): VirtualClock {
  let now = startMs;
  let order = 0;
  const timers = new Set<Timer>();

  const earliest = (): Timer | undefined => {
    let best: Timer | undefined;
    for (const timer of timers) {
      if (!best || timer.at < best.at || (timer.at === best.at && timer.order < best.order)) best = timer;
    }
    return best;
  };

  return {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { at: now + Math.max(0, delayMs), order: order++, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    nextTimer: () => earliest()?.at ?? Number.POSITIVE_INFINITY,
    advance: (ms) => {
      const end = now + ms;
      for (let next = earliest(); next && next.at <= end; next = earliest()) {
        timers.delete(next);
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}
