import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Percentiles } from './figures/percentiles.ts';
import type { CallsResult } from './runs/calls.ts';
import type { TurnsResult } from './runs/turns.ts';

export type Result = { readonly result: object; readonly table: readonly string[]; readonly on: string };

const results = fileURLToPath(new URL('./results/', import.meta.url));

/** Writes `bench/results/<name>-<switch>-<date>.json`; returns its path within the repository. */
export async function saveResult(name: string, { result, on }: Result): Promise<string> {
  await mkdir(results, { recursive: true });
  const place = on
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .slice(0, 30);
  const file = `${name}-${place}-${new Date().toISOString().slice(0, 16).replace(/[T:]/g, '')}.json`;
  await writeFile(`${results}${file}`, `${JSON.stringify(result, null, 2)}\n`);
  return `bench/results/${file}`;
}

const cells = ({ p50, p95, p99, n }: Percentiles): string =>
  [p50, p95, p99].map((ms) => ms.toFixed(1).padStart(8)).join('') + String(n).padStart(8);

const row = (name: string, figures: Percentiles): string => name.padEnd(40) + cells(figures);

/** Lines for people. */
export function reportTurns(result: TurnsResult): string[] {
  const { idle, loaded, arrival, large, atOnce, baselines } = result;
  return [
    `${'last key → next prompt, ms'.padEnd(40)}     p50     p95     p99       n`,
    row('idle', idle),
    row(`loaded, ${loaded.turnsPerSecond} turns/s`, loaded),
    ...(atOnce === undefined ? [] : [row(`many at once, ${atOnce.turnsPerSecond} turns/s`, atOnce)]),
    row('300 blocks, idle', large.idle),
    row('300 blocks, loaded', large.loaded),
    ...Object.entries(baselines).flatMap(([name, pair]) =>
      pair === undefined ? [] : [row(`${name}, idle`, pair.idle), row(`${name}, loaded`, pair.loaded)],
    ),
    row('arrival → first prompt, idle', arrival.idle),
    row('arrival → first prompt, loaded', arrival.loaded),
    `processor ms a turn: ${JSON.stringify(result.cpuMsPerTurn)}, ${result.coresBusy} cores busy`,
    `peak memory, MB: ${JSON.stringify(result.peakRssMb)}`,
    `checked against the records: ${result.checked.calls} calls, ${result.checked.failed} failed ${JSON.stringify(result.checked.mistakes)}`,
  ];
}

/** Lines for people. */
export function reportCalls({ callsPerSecond, steps }: CallsResult): string[] {
  return [
    `highest rate of three-menu calls: ${callsPerSecond} a second`,
    ...steps.map(
      ({ perSecond, passed, why, turns }) =>
        `${row(`${perSecond}/s ${passed ? 'passed' : `failed: ${why}`}`, turns)}`,
    ),
  ];
}
