import type { Percentiles } from './figures/percentiles.ts';
import { readOptions } from './options.ts';
import { runTurns, type TurnsResult } from './runs/turns.ts';

/**
 * Continuous integration's look at latency: a short run on the simulator against 1.67 × the budgets of the design.
 * A script and not a test, because the machine beside us decides too. Ends with one line; exit code 1 when it is late.
 */
const ALLOWANCE = 1.67;
/** design.md §7, ms. */
const BUDGETS = {
  'turn, idle': { p50: 40, p95: 60 },
  'turn, loaded': { p50: 75, p95: 150 },
  'arrival, idle': { p50: 200, p95: 400 },
  'arrival, loaded': { p50: 300, p95: 600 },
} as const;

const measured = ({ idle, loaded, arrival }: TurnsResult): Record<keyof typeof BUDGETS, Percentiles> => ({
  'turn, idle': idle,
  'turn, loaded': loaded,
  'arrival, idle': arrival.idle,
  'arrival, loaded': arrival.loaded,
});

/** Returns a sentence for each figure above what is allowed. */
function lateFigures(result: TurnsResult): string[] {
  const figures = measured(result);
  return Object.entries(BUDGETS).flatMap(([name, budget]) =>
    (['p50', 'p95'] as const).flatMap((share) => {
      const ms = figures[name as keyof typeof BUDGETS][share];
      const allowed = Math.round(budget[share] * ALLOWANCE);
      return ms <= allowed ? [] : [`${name} ${share} ${ms} ms, allowed ${allowed}`];
    }),
  );
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const { options } = readOptions(['turns', '--quick', ...process.argv.slice(2)]);
  const result = await runTurns(options, say);
  const { calls, failed, mistakes } = result.checked;
  const late = [
    ...lateFigures(result),
    ...(failed === 0 ? [] : [`${failed} of ${calls} calls failed: ${JSON.stringify(mistakes)}`]),
  ];
  say(late.length === 0 ? 'latency gate: passed' : `latency gate: FAILED (${late.join('; ')})`);
  process.exit(late.length === 0 ? 0 : 1);
} catch (error) {
  say(`latency gate: FAILED (${error instanceof Error ? error.message : String(error)})`);
  process.exit(1);
}
