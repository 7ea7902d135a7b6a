import { join } from 'node:path';
import { startChild } from '../workers/parts/child.ts';
import { ROOT } from './source-files.ts';
import { createTapReader, type TapResult, type TapTotals } from './tap.ts';

export interface AvaRun {
  /** AVA's own arguments: files, `--match`, `--serial` … */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface AvaResult {
  readonly totals: TapTotals;
  /** Titles of the tests that failed, as AVA writes them: `folder › file › title`. */
  readonly failures: readonly string[];
}

const QUIET_MS = 30_000;
const SIGNS: Readonly<Record<TapResult['outcome'], string>> = { passed: '✔', failed: '✘', skipped: '–' };

/**
 * Runs AVA, prints a line for each test as it ends and the failures once more at the end, and returns the counts. A
 * run that breaks off without a failed test counts as one failure.
 */
export async function runAva({ args, env, print, signal }: AvaRun): Promise<AvaResult> {
  const failures: TapResult[] = [];
  let printedAt = performance.now();
  const reader = createTapReader((result) => {
    printedAt = performance.now();
    if (result.outcome === 'failed') failures.push(result);
    for (const line of describe(result)) print(line);
  }, print);
  const patience = setInterval(() => {
    if (performance.now() - printedAt < QUIET_MS) return;
    printedAt = performance.now();
    print(`… still running (${reader.totals().passed} passed so far)`);
  }, 5_000);
  const ava = await startChild({
    name: 'ava',
    argv: [process.execPath, join(ROOT, 'node_modules/.bin/ava'), '--tap', ...args],
    cwd: ROOT,
    env,
    onLine: reader.line,
  });
  signal.addEventListener('abort', ava.kill, { once: true });
  const exit = await ava.exited.finally(() => clearInterval(patience));
  reader.end();
  const totals = reader.totals();
  if (failures.length > 0) print('\nFailed:');
  for (const line of failures.flatMap(describe)) print(line);
  const brokeOff = totals.failed === 0 && (exit.code !== 0 || !reader.isWhole());
  if (brokeOff) print(`✘ AVA ended before its end (${exit.signal ?? `exit code ${exit.code}`})`);
  return {
    totals: brokeOff ? { ...totals, failed: 1 } : totals,
    failures: failures.map(({ title }) => title),
  };
}

function describe(result: TapResult): string[] {
  return [`${SIGNS[result.outcome]} ${result.title}`, ...result.details];
}
