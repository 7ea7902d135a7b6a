/** Time that passes only when a test says so. Whatever is due fires in the order of its instant, then of its setting. */
export type VirtualClock = {
  /** ms since 1970. */
  now(): number;
  /** Calls `run` at the instant `at` (or now, if that has passed); returns what cancels it. */
  schedule(at: number, run: () => void): () => void;
  sleep(ms: number): Promise<void>;
  /** Instant of what is due next, if anything is. */
  next(): number | undefined;
  /** Moves on to `at` and fires the first thing that is due by then; false when there was none. */
  fireNext(until: number): boolean;
};

type Entry = { at: number; order: number; run: () => void };

export function createVirtualClock(startAt: number): VirtualClock {
  let now = startAt;
  let order = 0;
  const entries = new Set<Entry>();
  const first = (): Entry | undefined =>
    [...entries].sort((left, right) => left.at - right.at || left.order - right.order)[0];

  const schedule = (at: number, run: () => void): (() => void) => {
    order += 1;
    const entry = { at: Math.max(at, now), order, run };
    entries.add(entry);
    return () => void entries.delete(entry);
  };

  return {
    now: () => now,
    schedule,
    sleep: (ms) => new Promise((resolve) => void schedule(now + ms, resolve)),
    next: () => first()?.at,
    fireNext(until) {
      const entry = first();
      if (entry === undefined || entry.at > until) {
        now = Math.max(now, until);
        return false;
      }
      entries.delete(entry);
      now = entry.at;
      entry.run();
      return true;
    },
  };
}
