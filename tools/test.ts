import type { PartLog } from '../workers/parts/part-log.ts';
import { runAva } from './run-ava.ts';
import { totalsLine } from './tap.ts';
import { startTestParts } from './test-parts.ts';

// `npm test [-- <files or AVA options>]`: brings up what tests share, runs AVA, ends with `N passed, N failed, N skipped`.

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const log: PartLog = { info: print, warn: print };
const aborted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => aborted.abort());

/** Runs the tests; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const parts = await startTestParts(process.env, log);
  try {
    print(`Temporal, Postgres and the workflow bundle are up (${seconds(startedAt)} s)`);
    const env = { ...process.env, ...parts.environment, NO_COLOR: '1' };
    const totals = await runAva({ args, env, print, signal: aborted.signal });
    print(`\n${seconds(startedAt)} s`);
    print(totalsLine(totals));
    return totals.failed === 0 && !aborted.signal.aborted ? 0 : 1;
  } finally {
    await parts.stop();
  }
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1_000);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  print(`The tests could not start: ${error instanceof Error ? error.message : String(error)}`);
  print(totalsLine({ passed: 0, failed: 1, skipped: 0 }));
  process.exitCode = 1;
}
