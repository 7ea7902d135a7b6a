import type { Clock } from './clock.ts';

export type MetronomeOptions = {
  readonly clock: Clock;
  /** From beat to beat, ms. */
  readonly intervalMs: number;
  /** Most beats unanswered: a switch that does not answer gets no more of them. */
  readonly maxUnanswered?: number;
  /** Writes a tiny command that the switch answers at once. */
  readonly beat: () => void;
};

export type MetronomeCounters = {
  readonly beats: number;
  /** Beats left out because our loop was late. */
  readonly rests: number;
  /** Beats left out because answers were missing. */
  readonly stalls: number;
  /** Time spent in beating, ms. */
  readonly costMs: number;
  /** Time for which it has been running, ms; `costMs / runMs` is its share of a core. */
  readonly runMs: number;
};

export type Metronome = {
  /** Both may be called at any time, again and again. */
  start(): void;
  stop(): void;
  /** A beat was answered; false when none was due. */
  answered(): boolean;
  /** Beats that are not answered yet. */
  unanswered(): number;
  /** The connection is gone, and with it the answers. */
  reset(): void;
  counters(): MetronomeCounters;
};

const LONGEST_REST_MS = 20;

/**
 * FreeSWITCH looks at its event queue only every 20 ms unless the socket has input, so an event comes
 * 10 ms late on average; with a tiny command every 2 ms it is 1.2 ms. When the loop is late it has
 * better things to do: the metronome rests, each time twice as long, up to the switch's own 20 ms.
 */
export function createMetronome(options: MetronomeOptions): Metronome {
  const { clock, intervalMs, maxUnanswered = 50 } = options;
  const count = { beats: 0, rests: 0, stalls: 0, costMs: 0, runMs: 0 };
  let cancel: (() => void) | undefined;
  let startedAt = 0;
  let due = 0;
  let rest = 0;
  let unanswered = 0;

  function next(delayMs: number, now: number): void {
    due += delayMs;
    // Beats that were missed are not made good.
    if (due < now) due = now + intervalMs;
    cancel = clock.schedule(Math.max(1, due - now), tick);
  }

  function tick(): void {
    const now = clock.monotonic();
    if (now - due > intervalMs) {
      count.rests += 1;
      rest = Math.min(LONGEST_REST_MS, Math.max(intervalMs, rest) * 2);
      next(rest, now);
      return;
    }
    rest = 0;
    if (unanswered >= maxUnanswered) {
      count.stalls += 1;
    } else {
      unanswered += 1;
      count.beats += 1;
      options.beat();
      count.costMs += clock.monotonic() - now;
    }
    next(intervalMs, now);
  }

  function stop(): void {
    if (cancel === undefined) return;
    cancel();
    cancel = undefined;
    count.runMs += clock.monotonic() - startedAt;
  }

  return {
    start(): void {
      if (cancel !== undefined) return;
      startedAt = clock.monotonic();
      due = startedAt;
      next(intervalMs, startedAt);
    },
    stop,
    answered(): boolean {
      if (unanswered === 0) return false;
      unanswered -= 1;
      return true;
    },
    unanswered: () => unanswered,
    reset(): void {
      stop();
      unanswered = 0;
    },
    counters: () => ({
      ...count,
      runMs: count.runMs + (cancel === undefined ? 0 : clock.monotonic() - startedAt),
    }),
  };
}
