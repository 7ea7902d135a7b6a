export type BackoffOptions = {
  /** First pause, ms. */
  readonly firstMs: number;
  /** Longest pause, ms. */
  readonly maxMs: number;
};

export type Backoff = {
  /** The next pause in ms: doubling up to the longest, each between half and all of it. */
  next(): number;
  reset(): void;
};

/** A switch that is back has to be reached within 2 s (R4): callers wait in it. */
export const DEFAULT_BACKOFF: BackoffOptions = { firstMs: 100, maxMs: 1_500 };

/**
 * Exponential back-off with jitter, so that many workers do not come back in step after a switch
 * restarted. `random` returns 0 ≤ x < 1.
 */
export function createBackoff(options: BackoffOptions, random: () => number): Backoff {
  let attempt = 0;
  return {
    next(): number {
      const full = Math.min(options.maxMs, options.firstMs * 2 ** Math.min(attempt, 30));
      attempt += 1;
      return full / 2 + (full / 2) * random();
    },
    reset(): void {
      attempt = 0;
    },
  };
}
