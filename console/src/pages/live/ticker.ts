/** One clock for all running times of a page: they change together, once a second, whatever their number. */
export type Ticker = {
  /** Instant of the last tick by the server's clock, epoch ms. Stands still between ticks and while frozen. */
  now(): number;
  subscribe(tick: () => void): () => void;
  /** The server's clock as it just told it: a browser whose clock is wrong shows right times all the same. */
  setServerTime(at: number): void;
  /** Stops the clock at an instant while nothing is heard from the server; null lets it go on. */
  freeze(at: number | null): void;
};

export type TickerParts = {
  readonly clock: () => number;
  /** Calls back each second; returns what ends it. */
  readonly everySecond: (run: () => void) => () => void;
};

/** A beat took up to a second to get here; less than that is not a wrong clock. */
const TRUSTED_MS = 1_000;

/** Makes a ticker that runs only while somebody listens. */
export function createTicker({ clock, everySecond }: TickerParts): Ticker {
  const listeners = new Set<() => void>();
  let ahead = 0;
  let frozenAt: number | null = null;
  let last = clock();
  let stop: (() => void) | undefined;
  const tick = (): void => {
    last = frozenAt ?? clock() + ahead;
    for (const listener of listeners) listener();
  };
  return {
    now: () => last,
    subscribe(listener) {
      listeners.add(listener);
      if (stop === undefined) {
        last = frozenAt ?? clock() + ahead;
        stop = everySecond(tick);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
    setServerTime(at) {
      const difference = at - clock();
      ahead = Math.abs(difference) <= TRUSTED_MS ? 0 : difference;
    },
    freeze(at) {
      if (frozenAt === at) return;
      frozenAt = at;
      tick();
    },
  };
}

/** The page's clock. */
export const pageTicker: Ticker = createTicker({
  clock: Date.now,
  everySecond: (run) => {
    const timer = setInterval(run, 1_000);
    return () => clearInterval(timer);
  },
});
