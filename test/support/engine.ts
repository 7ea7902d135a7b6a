import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ExecutionContext, TestFn } from 'ava';
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts';
import type { ControlClient } from '../../freeswitch/simulator/control/index.ts';
import { readEnvironment } from '../../workers/config.ts';
import { type EngineOptions, startEngine } from '../../workers/engine.ts';
import type { PartLog } from '../../workers/parts/part-log.ts';
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
const SHOWN_AFTER_A_FAILURE = 120;

/** Starts it all. What it started is ended by `stop`, also when the start fails halfway. */
export async function startTestEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const home = mkdtempSync(join(tmpdir(), 'callwright-engine-'));
  const notes = createNotes();
  const stops: (() => Promise<unknown>)[] = [async () => rmSync(home, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse())
      await end().catch((error: unknown) => notes.log.warn(String(error)));
  };
  const started = <T extends { stop(): Promise<unknown> }>(part: T): T => {
    stops.push(() => part.stop());
    return part;
  };
  try {
    return { ...(await bringUp(home, options, notes, started)), output: notes.text, stop };
  } catch (error) {
    await stop();
    const words = `the engine under test did not start:\n${lastLines(notes.text())}`;
    throw new Error(words, { cause: error });
  }
}

/** What the roles and their supervisor say, kept in memory. */
function createNotes() {
  const lines: string[] = [];
  const output = (name: string, line: string): void => {
    lines.push(`${new Date().toISOString().slice(11, 23)} ${name} | ${line}`);
    if (lines.length > OUTPUT_LINES) lines.shift();
  };
  const log: PartLog = {
    info: (line) => output('supervisor', line),
    warn: (line) => output('supervisor', `! ${line}`),
  };
  return { output, log, text: () => lines.join('\n') };
}

async function bringUp(
  home: string,
  { numbers, flowWorkers, roleEnv, ownTemporal = false }: TestEngineOptions,
  { output, log }: ReturnType<typeof createNotes>,
  started: <T extends { stop(): Promise<unknown> }>(part: T) => T,
): Promise<Omit<TestEngine, 'output' | 'stop'>> {
  useSharedBundle(home);
  const directory = String(await freePort());
  const env = { CALLWRIGHT_PAYLOAD_KEY: TEST_PAYLOAD_KEY, DIRECTORY_PORT: directory, ...roleEnv };
  const temporal = started(await openTestTemporal(home, log, ownTemporal));
  const database = await createTestDatabase();
  started({ stop: database.drop });
  const postgres = await proxyOf(database.url);
  started({ stop: postgres.proxy.close });
  const testSwitch = started(await startTestSwitch({ home, log, env, output }));
  const port = await freePort();
  const environment = readEnvironment({
    CALLWRIGHT_HOME: home,
    PORT: String(port),
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    DATABASE_URL: postgres.url,
    FREESWITCH_NODES: testSwitch.nodes,
  });
  const more = { ...(numbers && { numbers }), ...(flowWorkers && { flowWorkers }) };
  const withPhones = { ...env, SIMULATOR_CONTROL_PORT: String(testSwitch.controlPort) };
  const { supervisor } = started(
    await startEngine({ environment, log, output, roleEnv: withPhones, ...more }),
  );
  return {
    home,
    port,
    phones: testSwitch.phones,
    kill: (role) => (role === 'simulator' ? testSwitch.kill() : killed(supervisor, role)),
    pid: (role) => pidOf(supervisor, role),
    wires: { esl: testSwitch.proxy, postgres: postgres.proxy },
    database,
    histories: started(openHistories(temporal)),
    temporalPid: temporal.pid,
  };
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
    if (!t.passed) t.log(lastLines(engine?.output() ?? 'no engine'));
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

const lastLines = (text: string): string => text.split('\n').slice(-SHOWN_AFTER_A_FAILURE).join('\n');

/** Declares a test that needs the simulator; with `FREESWITCH_NODES` set it is skipped, and its title says why. */
export function simulatorTest(
  test: TestFn,
  title: string,
  run: (t: ExecutionContext) => Promise<void>,
): void {
  if (process.env.FREESWITCH_NODES) test.skip(`${title} (needs the simulator: FREESWITCH_NODES is set)`, run);
  else test.serial(title, run);
}
