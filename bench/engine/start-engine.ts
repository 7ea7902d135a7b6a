import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, type Database } from '../../db/database.ts';
import { readEnvironment } from '../../workers/config.ts';
import { type Engine, startEngine } from '../../workers/engine.ts';
import { freePort } from '../../workers/parts/ports.ts';
import { listenerOf } from '../figures/processes.ts';
import type { Parts } from '../figures/usage.ts';
import { firstNode, type SwitchAddress } from '../site/switch-address.ts';
import { BENCH_NUMBERS } from './numbers.ts';

/** The whole engine as `npm start` runs it, with the numbers of the benchmark. */
export type BenchEngine = {
  readonly engine: Engine;
  readonly home: string;
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

/** Starts it with data of its own, which goes when it is stopped (BENCH_HOME keeps it). */
export async function startBenchEngine({ env, roleEnv, say }: BenchEngineOptions): Promise<BenchEngine> {
  const kept = env['BENCH_HOME'];
  const home = kept ?? (await mkdtemp(join(tmpdir(), 'callwright-bench-')));
  const warnings: string[] = [];
  const environment = readEnvironment({ ...env, CALLWRIGHT_HOME: home, PORT: String(await freePort()) });
  const engine = await startEngine({
    environment,
    log: { info: () => undefined, warn: say },
    numbers: BENCH_NUMBERS,
    roleEnv: { DIRECTORY_PORT: env['DIRECTORY_PORT'] ?? String(await freePort()), ...roleEnv },
    output: (name, line) => {
      if (!/"level":("info"|"debug"|20|30)/.test(line)) warnings.push(`${name} | ${line}`);
    },
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
