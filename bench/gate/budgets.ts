import type { Percentiles } from '../figures/percentiles.ts';
import type { TurnsResult } from '../runs/turns.ts';

/** What continuous integration allows: the budgets hold on a quiet machine, and this one may not be (design §8). */
const ALLOWANCE = 1.67;
/** design.md §7, ms. */
const BUDGETS = {
  'turn, idle': { p50: 40, p95: 60 },
  'turn, loaded': { p50: 75, p95: 150 },
  'arrival, idle': { p50: 200, p95: 400 },
  'arrival, loaded': { p50: 300, p95: 600 },
} as const;

/** What the gate reads of a run of `turns`. */
export type Figures = Pick<TurnsResult, 'idle' | 'loaded' | 'arrival' | 'checked'>;

/** Returns a sentence for each figure above what is allowed, for a run without samples, and for calls that went wrong. */
export function lateFigures({ idle, loaded, arrival, checked }: Figures): string[] {
  const measured: Record<keyof typeof BUDGETS, Percentiles> = {
    'turn, idle': idle,
    'turn, loaded': loaded,
    'arrival, idle': arrival.idle,
    'arrival, loaded': arrival.loaded,
  };
  const names = Object.keys(BUDGETS) as (keyof typeof BUDGETS)[];
  const late = names.flatMap((name) => {
    // Percentiles of nothing are zeros, which would pass.
    if (measured[name].n === 0) return [`${name}: nothing was measured`];
    return (['p50', 'p95'] as const).flatMap((share) => {
      const ms = measured[name][share];
      const allowed = Math.round(BUDGETS[name][share] * ALLOWANCE);
      return ms <= allowed ? [] : [`${name} ${share} ${ms} ms, allowed ${allowed}`];
    });
  });
  const { calls, failed, mistakes } = checked;
  return failed === 0 ? late : [...late, `${failed} of ${calls} calls failed: ${JSON.stringify(mistakes)}`];
}
