/** Time as a port, so that tests run on a virtual one. */
export type Clock = {
  /** Wall clock, ms since 1970: only to compare with the switch's timestamps. */
  now(): number;
  /** ms that never jump: for every duration. */
  monotonic(): number;
  /** Calls `run` once after `delayMs`; returns what cancels it. */
  schedule(delayMs: number, run: () => void): () => void;
};

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
