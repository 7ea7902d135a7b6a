import type { Clock } from './clock.ts';

export type SilenceWatchOptions = {
  readonly clock: Clock;
  /** Silence in ms after which the peer is asked; read anew each time. */
  readonly silenceMs: () => number;
  /** How long the asked peer may take, ms. */
  readonly answerMs: number;
  /** Writes a tiny command whose answer breaks the silence. */
  readonly ask: () => void;
  /** Called once when the peer stayed silent. */
  readonly dead: () => void;
};

export type SilenceWatch = {
  start(): void;
  heard(): void;
  rearm(): void;
  /** There is a reason to doubt: asks at once, and waits for `answerMs` only. */
  suspect(answerMs: number): void;
  stop(): void;
};

// After a stall of our own loop, timers run before the socket is read: leave one round to read it.
const LAST_CHANCE_MS = 10;

/**
 * Finds half-open connections, which TCP itself reports only after many minutes: silence, a question,
 * silence again → dead. `heard` is called for every chunk, so it only notes the time.
 */
export function createSilenceWatch(options: SilenceWatchOptions): SilenceWatch {
  const { clock } = options;
  let lastHeard = 0;
  let cancel: (() => void) | undefined;
  let suspected = false;

  function stop(): void {
    suspected = false;
    cancel?.();
    cancel = undefined;
  }

  function arm(delayMs: number, run: () => void): void {
    cancel?.();
    cancel = clock.schedule(Math.max(1, delayMs), run);
  }

  function check(): void {
    if (suspected) return;
    const left = lastHeard + options.silenceMs() - clock.monotonic();
    if (left > 0) {
      arm(left, check);
      return;
    }
    demand(options.answerMs);
  }

  function demand(answerMs: number): void {
    const askedAt = lastHeard;
    options.ask();
    arm(answerMs, () => arm(LAST_CHANCE_MS, () => judge(askedAt)));
  }

  function judge(askedAt: number): void {
    suspected = false;
    if (lastHeard !== askedAt) {
      check();
      return;
    }
    stop();
    options.dead();
  }

  function heard(): void {
    lastHeard = clock.monotonic();
  }

  return {
    start(): void {
      heard();
      check();
    },
    heard,
    rearm(): void {
      if (cancel !== undefined) check();
    },
    suspect(answerMs): void {
      if (cancel === undefined || suspected) return;
      suspected = true;
      demand(answerMs);
    },
    stop,
  };
}
