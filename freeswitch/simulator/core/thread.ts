import type { Cancel, Clock } from '../clock/clock.ts';

/** What a channel's code waits for: a time (Infinity = only a signal). */
export type Wait = { readonly until: number };

/** A piece of channel code. Generators keep the switch's own shape: applications call each other and nest. */
export type Task<T = void> = Generator<Wait, T, void>;

/** One channel's thread of control. */
export type Thread = {
  /** Starts the body at once, in its own turn of the clock. */
  readonly start: (body: Task) => void;
  /** Something is waiting for the channel: look at the next tick. */
  readonly signal: () => void;
  /** The media stream itself was interrupted (BYE, answer): look now. */
  readonly wake: () => void;
  readonly nextTick: () => number;
  /** Ends the thread where it stands (crash of the switch). */
  readonly abandon: () => void;
};

/**
 * A channel reads its media in frames of 20 ms and looks at its message queue between frames (transcripts 10-, 12-):
 * so whatever is sent to it takes effect on the next tick. No timer runs while nothing is pending, which is why
 * thousands of idle channels cost nothing.
 */
export function createThread(clock: Clock, tickMs: number): Thread {
  const phase = clock.now();
  let body: Task | undefined;
  let running = false;
  let signalled = false;
  let cancel: Cancel | undefined;
  let wakeAt = Number.POSITIVE_INFINITY;

  const nextTick = (): number => phase + (Math.floor((clock.now() - phase) / tickMs + 1e-6) + 1) * tickMs;

  const schedule = (at: number): void => {
    if (cancel && at >= wakeAt) return;
    cancel?.();
    cancel = undefined;
    wakeAt = at;
    if (at !== Number.POSITIVE_INFINITY) cancel = clock.after(Math.max(0, at - clock.now()), resume);
  };

  function resume(): void {
    cancel = undefined;
    wakeAt = Number.POSITIVE_INFINITY;
    if (!body) return;
    running = true;
    const step = body.next();
    running = false;
    if (step.done) {
      body = undefined;
      return;
    }
    schedule(step.value.until);
    if (signalled) schedule(nextTick());
    signalled = false;
  }

  return {
    nextTick,
    start: (task) => {
      body = task;
      schedule(clock.now());
    },
    signal: () => {
      if (running) signalled = true;
      else if (body) schedule(nextTick());
    },
    wake: () => {
      if (running) signalled = true;
      else if (body) schedule(clock.now());
    },
    abandon: () => {
      body = undefined;
      cancel?.();
      cancel = undefined;
    },
  };
}
