import type { PartLog } from '../workers/parts/part-log.ts';
import { runAva } from './run-ava.ts';
import { afterSecondLook, filesOfFailures } from './second-look.ts';
import { totalsLine } from './tap.ts';
import { startTestParts } from './test-parts.ts';

// `npm test [-- <files or AVA options>]`: brings up what tests share, runs AVA, ends with `N passed, N failed, N skipped`.
// With CALLWRIGHT_TEST_AGAIN=1 the files of at most three failed tests are run once more, and both runs are told.

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
    const run = { args, env, print, signal: aborted.signal };
    const first = await runAva(run);
    const files = process.env.CALLWRIGHT_TEST_AGAIN === '1' ? filesOfFailures(first) : [];
    let { totals } = first;
    if (files.length > 0) {
      print(`\nOnce more, alone: ${files.join(', ')}`);
      const second = await runAva({ ...run, args: [...files, '--concurrency=1'] });
      totals = afterSecondLook(first, second);
      // The second run's titles lack the folders that all its files share.
      const again = (title: string): boolean => second.failures.some((one) => title.endsWith(one));
      for (const title of first.failures)
        if (!again(title)) print(`Failed at first, passed alone (look into it): ${title}`);
    }
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
