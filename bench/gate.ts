import { availableParallelism } from 'node:os';
import { isCallwrightError } from '../contracts/errors.ts';
import { lateFigures } from './gate/budgets.ts';
import { judge, type Look, type Verdict } from './gate/judge.ts';
import { watchOthers } from './gate/others.ts';
import { readOptions } from './options.ts';
import { runTurns } from './runs/turns.ts';

/**
 * Continuous integration's look at latency: short runs on the simulator against 1.67 × the budgets of the design.
 * A script and not a test, because it wants the machine for itself. Its last line is the verdict, its exit code 0
 * (passed), 3 (skipped, with the reason) or anything else (failed).
 */
const EXIT = { passed: 0, failed: 1, skipped: 3 } as const;
/** Up to three runs of one to two minutes each, and their starts. */
const WHOLE_MS = 600_000;
/** Everything that has to be installed is there after `npm test`. */
const START_SECONDS = '180';
/** The supervisor stops everything within 20 s. */
const STOP_MS = 25_000;
/** The budgets are those of two cores. */
const CORES_AT_LEAST = 2;

/** Of the baselines only the plainest. */
const SERIES_BESIDE = ['threeMenus', 'large', 'rawEsl'];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** An engine of its own: what the environment says of other servers, homes and ports is not meant for it. */
function forgetOtherEngines(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env))
    if (
      /^(CALLWRIGHT|FREESWITCH|TEMPORAL|SIMULATOR|METRICS|BENCH|DATABASE|DIRECTORY)_|^(PORT|LOG_LEVEL)$/.test(
        name,
      )
    )
      delete env[name];
  env['BENCH_START_SECONDS'] = START_SECONDS;
}

function limitTime(): void {
  const timer = setTimeout(() => {
    say(`latency gate: FAILED (not done after ${WHOLE_MS / 1_000} s)`);
    setTimeout(() => process.exit(EXIT.failed), STOP_MS).unref();
    // Stops the engine as Ctrl-C would, with an exit code that is not 0.
    process.kill(process.pid, 'SIGTERM');
  }, WHOLE_MS);
  timer.unref();
}

/** One run. `beside`: with a plain script on the event socket, which says what the machine itself is good for. */
async function look(beside: boolean): Promise<Look> {
  const { options } = readOptions(['turns', '--quick', ...process.argv.slice(2)]);
  const othersSince = watchOthers();
  try {
    const only = beside ? SERIES_BESIDE : options.only;
    const result = await runTurns({ ...options, baselines: beside, only }, say);
    const rawEslP95 = result.baselines['rawEsl']?.loaded.p95;
    return { findings: lateFigures(result), others: othersSince(), rawEslP95 };
  } catch (error) {
    // An engine that does not come up is no matter of the machine's load.
    if (isCallwrightError(error)) throw error;
    return { findings: [wordsOf(error)], others: othersSince(), rawEslP95: undefined };
  }
}

async function verdict(): Promise<Exclude<Verdict, { kind: 'look again' }>> {
  if (availableParallelism() < CORES_AT_LEAST)
    return { kind: 'skipped', words: `the budgets are those of ${CORES_AT_LEAST} cores` };
  const looks: Look[] = [];
  for (;;) {
    looks.push(await look(looks.length > 0));
    const { others, rawEslP95 } = looks.at(-1) ?? {};
    if (others !== undefined) say(`other programs took ${Math.round(others * 100)} % of the processors`);
    if (rawEslP95 !== undefined) say(`a plain script on the event socket took ${rawEslP95} ms (p95)`);
    const judged = judge(looks);
    if (judged.kind !== 'look again') return judged;
    say(`late, once more: ${judged.words}`);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

forgetOtherEngines(process.env);
limitTime();
try {
  const { kind, words } = await verdict();
  say(`latency gate: ${kind === 'failed' ? 'FAILED' : kind}${words === '' ? '' : ` (${words})`}`);
  process.exit(EXIT[kind]);
} catch (error) {
  say(`latency gate: FAILED (${wordsOf(error)})`);
  process.exit(EXIT.failed);
}
