import { runAva } from '../../tools/run-ava.ts';
import { type TapTotals, totalsLine } from '../../tools/tap.ts';
import { startTestParts } from '../../tools/test-parts.ts';

/**
 * `npm run test:long [-- <files or AVA options>]`: the fault tests with more calls and seeds (each title says its
 * seed; `CALLWRIGHT_TEST_SEEDS=1,2,3` runs given ones again), then once more, as in CI, with a cache of two workflows
 * (R17), and 10,000 random scenarios. Ends with
 * `N passed, N failed, N skipped`.
 */
const FAULTS = 'test/faults/*.test.ts';
const ROUNDS: readonly { name: string; env: Record<string, string>; files?: string }[] = [
  { name: 'more calls and seeds', env: { CALLWRIGHT_TEST_LONG: '1' } },
  { name: 'a cache of two workflows (R17)', env: { CALLWRIGHT_MAX_CACHED_WORKFLOWS: '2' } },
  {
    name: '10,000 random scenarios',
    env: { FUZZ_RUNS: '10000' },
    files: 'ivr-scenarios/testing/valid-scenario.property.test.ts',
  },
];

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const aborted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => aborted.abort());

async function main(given: readonly string[]): Promise<TapTotals> {
  const parts = await startTestParts(process.env, { info: print, warn: print });
  const sum = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const { name, env, files } of ROUNDS) {
      if (aborted.signal.aborted) break;
      // Files that were asked for are run in each of the rounds of faults.
      if (given.length > 0 && files !== undefined) continue;
      const args = ['--concurrency', '1', ...(given.length > 0 ? given : [files ?? FAULTS])];
      print(`\n${name}`);
      const all = { ...process.env, ...parts.environment, ...env, NO_COLOR: '1' };
      const { totals } = await runAva({ args, env: all, print, signal: aborted.signal });
      for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += totals[key];
    }
  } finally {
    await parts.stop();
  }
  return sum;
}

const totals = await main(process.argv.slice(2));
print(`\n${totalsLine(totals)}`);
process.exitCode = totals.failed === 0 && !aborted.signal.aborted ? 0 : 1;
