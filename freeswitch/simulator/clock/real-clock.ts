import type { Clock } from './clock.ts';

/**
 * Wall-clock time that never jumps back. Node rounds timers down to a whole millisecond; rounding up here keeps a
 * timer from firing before its time.
 */
export function createRealClock(): Clock {
  return {
    now: () => performance.timeOrigin + performance.now(),
    after: (delayMs, run) => {
      const timer = setTimeout(run, Math.ceil(delayMs));
      return () => clearTimeout(timer);
    },
  };
}
