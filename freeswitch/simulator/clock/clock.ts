/** Stops a pending timer; harmless when it has already run. */
export type Cancel = () => void;

/** The only source of time in the simulator: milliseconds since the epoch (fractions allowed) and one-shot timers. */
export type Clock = {
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => Cancel;
};
