import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ExecutionContext, TestFn } from 'ava';
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts';
import type { ControlClient } from '../../freeswitch/simulator/control/index.ts';
import { readEnvironment } from '../../workers/config.ts';
import { type EngineOptions, startEngine } from '../../workers/engine.ts';
import { freePort } from '../../workers/parts/ports.ts';
import { type Histories, openHistories } from './histories.ts';
import { killed, pidOf } from './kill-child.ts';
import { checkNothingLeft } from './nothing-left.ts';
import { TEST_PAYLOAD_KEY } from './payload-key.ts';
import { createTcpProxy, type TcpProxy } from './tcp-proxy.ts';
import { startTestSwitch } from './test-switch.ts';
import { openTestTemporal } from './test-temporal.ts';

export type TestEngineOptions = Pick<EngineOptions, 'numbers' | 'flowWorkers'> & {
  /** More environment for the roles. */
  roleEnv?: Readonly<Record<string, string>>;
  /** A Temporal server that this file may stop and kill; else a namespace of its own on the run's. */
  ownTemporal?: boolean;
};

export type Killable = 'flow-worker' | 'flow-worker-2' | 'switch-worker' | 'api' | 'simulator';

/** The whole engine as `npm start` runs it, on the switch simulator, with a hand on every wire and process. */
export type TestEngine = {
  readonly home: string;
  readonly port: number;
  phones(): ControlClient;
  /** `kill -9`; resolves when the supervisor has brought the role back. */
  kill(role: Killable): Promise<void>;
  /** Of a role other than the simulator, for signals. */
  pid(role: Exclude<Killable, 'simulator'>): number;
  readonly wires: { readonly esl: TcpProxy; readonly postgres: TcpProxy };
  readonly database: TestDatabase;
  readonly histories: Histories;
  /** Of the own Temporal server. */
  temporalPid(): number | undefined;
  /** Everything that our processes have printed so far. */
  output(): string;
  stop(): Promise<void>;
};

const OUTPUT_LINES = 20_000;

/** Starts it all. What it started is ended by `stop`, also when the start fails halfway. */
export async function startTestEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const home = mkdtempSync(join(tmpdir(), 'callwright-engine-'));
  const lines: string[] = [];
  const output = (name: string, line: string): void => {
    lines.push(`${new Date().toISOString().slice(11, 23)} ${name} | ${line}`);
    if (lines.length > OUTPUT_LINES) lines.shift();
  };
  const log = {
    info: (line: string) => output('supervisor', line),
    warn: (line: string) => output('supervisor', `! ${line}`),
  };
  const stops: (() => Promise<unknown>)[] = [async () => rmSync(home, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse())
      await end().catch((error: unknown) => log.warn(String(error)));
  };
  const started = <T extends { stop(): Promise<unknown> }>(part: T): T => {
    stops.push(() => part.stop());
    return part;
  };
  try {
    useSharedBundle(home);
    const env = {
      CALLWRIGHT_PAYLOAD_KEY: TEST_PAYLOAD_KEY,
      DIRECTORY_PORT: String(await freePort()),
      ...options.roleEnv,
    };
    const temporal = started(await openTestTemporal(home, log, options.ownTemporal === true));
    const database = await createTestDatabase();
    stops.push(() => database.drop());
    const postgres = await proxyOf(database.url);
    stops.push(() => postgres.proxy.close());
    const testSwitch = started(await startTestSwitch({ home, log, env, output }));
    const port = await freePort();
    const engine = started(
      await startEngine({
        environment: readEnvironment({
          CALLWRIGHT_HOME: home,
          PORT: String(port),
          TEMPORAL_ADDRESS: temporal.address,
          TEMPORAL_NAMESPACE: temporal.namespace,
          DATABASE_URL: postgres.url,
          FREESWITCH_NODES: testSwitch.nodes,
        }),
        log,
        output,
        roleEnv: env,
        ...(options.numbers === undefined ? {} : { numbers: options.numbers }),
        ...(options.flowWorkers === undefined ? {} : { flowWorkers: options.flowWorkers }),
      }),
    );
    const histories = started(openHistories(temporal));
    return {
      home,
      port,
      phones: testSwitch.phones,
      kill: (role) => (role === 'simulator' ? testSwitch.kill() : killed(engine.supervisor, role)),
      pid: (role) => pidOf(engine.supervisor, role),
      wires: { esl: testSwitch.proxy, postgres: postgres.proxy },
      database,
      histories,
      temporalPid: temporal.pid,
      output: () => lines.join('\n'),
      stop,
    };
  } catch (error) {
    await stop();
    throw new Error(`the engine under test did not start:\n${lines.slice(-60).join('\n')}`, { cause: error });
  }
}

/** The run's bundle, so that not every engine makes its own; another state of the sources simply has another name. */
function useSharedBundle(home: string): void {
  const bundle = process.env.CALLWRIGHT_TEST_WORKFLOW_BUNDLE;
  if (bundle === undefined || bundle === '') return;
  mkdirSync(join(home, 'cache'), { recursive: true });
  cpSync(bundle, join(home, 'cache', basename(bundle)));
}

async function proxyOf(databaseUrl: string): Promise<{ url: string; proxy: TcpProxy }> {
  const url = new URL(databaseUrl);
  const proxy = await createTcpProxy({ host: url.hostname, port: Number(url.port || 5_432) });
  url.port = String(proxy.port);
  return { url: url.href, proxy };
}

/**
 * Gives a test file one engine, started before its first test and stopped after its last. A test that fails prints what
 * the roles said.
 */
export function useTestEngine(test: TestFn, options: TestEngineOptions = {}): () => TestEngine {
  let engine: TestEngine | undefined;
  test.before('the engine is up', async (t) => {
    t.timeout(180_000);
    engine = await startTestEngine(options);
  });
  test.afterEach.always('what the roles said', (t) => {
    if (!t.passed) t.log(lastLines(engine));
  });
  test.after('nothing is left over', async (t) => {
    t.timeout(90_000);
    if (engine !== undefined) await checkNothingLeft(t, engine);
  });
  test.after.always('the engine is down', async (t) => {
    t.timeout(60_000);
    await engine?.stop();
  });
  return () => {
    if (engine === undefined) throw new Error('the engine is there only while tests run');
    return engine;
  };
}

function lastLines(engine: TestEngine | undefined): string {
  return engine?.output().split('\n').slice(-120).join('\n') ?? 'no engine';
}

/** Declares a test that needs the simulator; with `FREESWITCH_NODES` set it is skipped, and its title says why. */
export function simulatorTest(
  test: TestFn,
  title: string,
  run: (t: ExecutionContext) => Promise<void>,
): void {
  if (process.env.FREESWITCH_NODES) test.skip(`${title} (needs the simulator: FREESWITCH_NODES is set)`, run);
  else test.serial(title, run);
}
