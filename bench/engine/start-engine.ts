import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CallwrightError } from '../../contracts/errors.ts';
import { createDatabase, type Database } from '../../db/database.ts';
import { parseNodes, readEnvironment } from '../../workers/config.ts';
import { type Engine, type EngineOptions, startEngine } from '../../workers/engine.ts';
import { freePort } from '../../workers/parts/ports.ts';
import { probeNodes } from '../../workers/parts/probe-nodes.ts';
import { listenerOf } from '../figures/processes.ts';
import type { Parts } from '../figures/usage.ts';
import { firstNode, type SwitchAddress } from '../site/switch-address.ts';
import { BENCH_NUMBERS } from './numbers.ts';

/** The whole engine as `npm start` runs it, with the numbers of the benchmark. */
export type BenchEngine = {
  readonly engine: Engine;
  readonly home: string;
  /** Of the api. */
  readonly port: number;
  readonly address: SwitchAddress;
  readonly database: Database;
  /** Every part's process that could be found on this machine. */
  readonly parts: Parts;
  /** Lines of the roles that were not plain information. */
  readonly warnings: string[];
  stop(): Promise<void>;
};

export type BenchEngineOptions = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly roleEnv?: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
};

/** On a machine that has nothing of ours yet, Temporal's server is built first. BENCH_START_SECONDS says otherwise. */
const START_SECONDS = 600;
/** So many lines of its roles are shown when it does not come up. */
const LAST_WORDS = 8;
/** The supervisor ends everything that it started within 20 s. */
const STOP_MS = 20_000;

/**
 * Starts it with data of its own, which goes when it is stopped (BENCH_HOME keeps it). Throws `config/invalid` when a
 * switch does not answer, or when the engine is not up in time.
 */
export async function startBenchEngine({ env, roleEnv, say }: BenchEngineOptions): Promise<BenchEngine> {
  // A role waits for its switch for ever.
  const nodes = env['FREESWITCH_NODES'] ?? '';
  if (nodes !== '') await probeNodes(parseNodes(nodes));
  const kept = env['BENCH_HOME'];
  const home = kept ?? (await mkdtemp(join(tmpdir(), 'callwright-bench-')));
  const warnings: string[] = [];
  const environment = readEnvironment({ ...env, CALLWRIGHT_HOME: home, PORT: String(await freePort()) });
  const seconds = Number(env['BENCH_START_SECONDS'] ?? START_SECONDS);
  const engine = await startWithin(seconds, warnings, {
    environment,
    log: { info: () => undefined, warn: say },
    numbers: BENCH_NUMBERS,
    roleEnv: { DIRECTORY_PORT: env['DIRECTORY_PORT'] ?? String(await freePort()), ...roleEnv },
    output: (name, line) => {
      if (!/"level":("info"|"debug"|20|30)/.test(line)) warnings.push(`${name} | ${line}`);
    },
  }).catch(async (error: unknown) => {
    for (const line of warnings.slice(-LAST_WORDS)) say(line);
    if (kept === undefined) await rm(home, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  });
  const { shared } = engine;
  const address: SwitchAddress = {
    esl: firstNode(shared['FREESWITCH_NODES'] ?? ''),
    ...(engine.controlPort === undefined ? {} : { controlPort: engine.controlPort }),
    ...(env['FREESWITCH_SIP'] === undefined ? {} : { sip: env['FREESWITCH_SIP'] }),
  };
  const database = createDatabase({
    url: shared['DATABASE_URL'] ?? '',
    applicationName: 'callwright-bench',
    poolMax: 2,
  });
  const stop = async (): Promise<void> => {
    await database.close();
    await engine.stop();
    if (kept === undefined) await rm(home, { recursive: true, force: true });
  };
  let stopping: Promise<void> | undefined;
  return {
    engine,
    home,
    port: environment.PORT,
    address,
    database,
    parts: partsOf(engine, address),
    warnings,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Starts the engine; whatever is up by then is stopped again when time is over. */
async function startWithin(
  seconds: number,
  warnings: readonly string[],
  options: EngineOptions,
): Promise<Engine> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), seconds * 1_000);
  const tooLate = new Promise<never>((_resolve, reject) => {
    late.signal.addEventListener('abort', () => {
      const last = warnings.at(-1) ?? 'none of its processes said why';
      reject(new CallwrightError('config/invalid', `the engine was not up within ${seconds} s: ${last}`));
    });
  });
  const started = startEngine({ ...options, signal: late.signal });
  try {
    return await Promise.race([started, tooLate]);
  } catch (error) {
    // One that came up in the last moment is stopped by the signal as well.
    if (late.signal.aborted)
      await Promise.race([started.catch(() => undefined), wait(STOP_MS, undefined, { ref: false })]);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const portOf = (address: string): number => Number(/:(\d+)(\/|$)/.exec(address)?.[1] ?? 0);

function partsOf(engine: Engine, address: SwitchAddress): Parts {
  const roles = engine.supervisor.status().filter(({ name }) => name !== 'simulator');
  const found: [string, number | undefined][] = [
    ...roles.map(({ name, pid }): [string, number | undefined] => [name, pid]),
    ['temporal', listenerOf(portOf(engine.shared['TEMPORAL_ADDRESS'] ?? ''))],
    ['postgres', listenerOf(portOf(engine.shared['DATABASE_URL'] ?? ''))],
    ['switch', listenerOf(address.esl.port)],
  ];
  return Object.fromEntries(found.filter((entry): entry is [string, number] => entry[1] !== undefined));
}
