/** Milliseconds, rounded to a tenth. `n` is the number of samples. */
export type Percentiles = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly n: number;
};

const round = (ms: number): number => Math.round(ms * 10) / 10;

/** Takes all samples of all rounds together (percentiles are never averaged); nearest rank. Zeros when there are none. */
export function percentiles(samples: readonly number[]): Percentiles {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), n: sorted.length };
}
