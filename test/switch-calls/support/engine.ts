import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestFn } from 'ava';
import { systemActor } from '../../../contracts/api/actor.ts';
import { createTestDatabase, type TestDatabase } from '../../../db/testing/test-database.ts';
import { a1Hash } from '../../../freeswitch/directory/index.ts';
import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import { readEnvironment } from '../../../workers/config.ts';
import { type Engine, type EngineOptions, startEngine } from '../../../workers/engine.ts';
import { freePort } from '../../../workers/parts/ports.ts';
import type { DemoNumber } from '../../../workers/setup/publish-demo.ts';
import { type Histories, openHistories } from '../../support/histories.ts';
import { killed } from '../../support/kill-child.ts';
import { TEST_PAYLOAD_KEY } from '../../support/payload-key.ts';
import { openTestTemporal, type TestTemporal } from '../../support/test-temporal.ts';
import type { RawEslClient } from '../../switch-contract/support/raw-esl-client.ts';
import { connectReal, type RealSwitch } from '../../switch-contract/support/real-switch.ts';
import { type SipAddress, sipAddress } from '../../switch-contract/support/sipp.ts';
import { lockSwitch } from '../../switch-contract/support/switch-lock.ts';

/** The engine on a real switch, and a connection of the test's own that sees what the switch does. */
export type SwitchEngine = {
  readonly real: RealSwitch;
  readonly client: RawEslClient;
  readonly database: TestDatabase;
  readonly histories: Histories;
  readonly recordingsDir: string;
  readonly phones: { readonly registrar: SipAddress; readonly domain: string };
  /** Makes a phone's account, as `npm run account` does. */
  readonly makeAccount: (extension: string, password: string) => Promise<void>;
  /** `kill -9`; resolves when the supervisor has brought the role back. */
  readonly kill: (role: 'flow-worker' | 'switch-worker' | 'api') => Promise<void>;
  /** What the roles have printed. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

const KEPT_LINES = 400;

/** What the switch was started with: the engine has to be told the same. */
async function settingsOf(client: RawEslClient) {
  const global = (name: string): Promise<string> => client.send(`api global_getvar ${name}`);
  const profile = await client.send('api sofia status profile internal');
  const registrar = /sip:[^@\s]+@([0-9.]+:[0-9]+)/.exec(profile)?.[1];
  if (registrar === undefined) throw new Error(`the switch has no profile "internal":\n${profile}`);
  return {
    directoryPort: new URL(await global('cw_directory_url')).port,
    promptsDir: await global('cw_prompts_dir'),
    recordingsDir: await global('recordings_dir'),
    domain: await global('cw_sip_domain'),
    registrar: sipAddress(registrar),
  };
}

/** Starts servers and roles on a switch that runs already; on failure everything is stopped again. */
export async function startSwitchEngine(
  real: RealSwitch,
  nodes: string,
  numbers: readonly DemoNumber[],
): Promise<SwitchEngine> {
  const home = mkdtempSync(join(tmpdir(), 'callwright-switch-calls-'));
  const lines: string[] = [];
  const output = (name: string, line: string): void => {
    lines.push(`${new Date().toISOString().slice(11, 23)} ${name} | ${line}`);
    if (lines.length > KEPT_LINES) lines.shift();
  };
  const log = {
    info: (line: string) => output('supervisor', line),
    warn: (line: string) => output('supervisor', `! ${line}`),
  };
  const stops: (() => unknown)[] = [() => rmSync(home, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    stops.push(await lockSwitch(String(real.port)));
    const client = await connectReal(real);
    stops.push(client.close);
    const settings = await settingsOf(client);
    const temporal = await openTestTemporal(home, log, false);
    stops.push(() => temporal.stop());
    const database = await createTestDatabase();
    stops.push(() => database.drop());
    const engine = await startOn({ home, nodes, settings, temporal, database, numbers, log, output });
    stops.push(() => engine.stop());
    const histories = openHistories(temporal);
    stops.push(() => histories.stop());
    return {
      histories,
      real,
      client,
      database,
      recordingsDir: settings.recordingsDir,
      phones: { registrar: settings.registrar, domain: settings.domain },
      makeAccount: (extension, password) => makeAccount(database, settings.domain, extension, password),
      kill: (role) => killed(engine.supervisor, role),
      output: () => lines.join('\n'),
      stop,
    };
  } catch (error) {
    await stop();
    throw new Error(`the engine did not start on the switch:\n${lines.slice(-60).join('\n')}`, {
      cause: error,
    });
  }
}

type Ground = Pick<EngineOptions, 'log'> & {
  readonly output: NonNullable<EngineOptions['output']>;
  readonly numbers: readonly DemoNumber[];
  readonly home: string;
  readonly nodes: string;
  readonly settings: Awaited<ReturnType<typeof settingsOf>>;
  readonly temporal: TestTemporal;
  readonly database: TestDatabase;
};

async function startOn({ home, nodes, settings, temporal, database, ...options }: Ground): Promise<Engine> {
  return startEngine({
    ...options,
    environment: readEnvironment({
      CALLWRIGHT_HOME: home,
      PORT: String(await freePort()),
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      DATABASE_URL: database.url,
      FREESWITCH_NODES: nodes,
      DIRECTORY_PORT: settings.directoryPort,
    }),
    roleEnv: {
      CALLWRIGHT_PAYLOAD_KEY: TEST_PAYLOAD_KEY,
      CALLWRIGHT_PROMPTS_DIR: settings.promptsDir,
      CALLWRIGHT_RECORDINGS_DIR: settings.recordingsDir,
      CALLWRIGHT_PHONE_DOMAIN: settings.domain,
    },
  });
}

async function makeAccount(
  { repositories }: TestDatabase,
  realm: string,
  extension: string,
  password: string,
): Promise<void> {
  const actor = systemActor('setup');
  const tenant = await repositories.tenants.ensureDemoTenant(actor);
  await repositories.sipAccounts.upsert(actor, {
    extension,
    tenant,
    a1Hash: a1Hash(extension, realm, password),
    displayName: null,
    enabled: true,
  });
}

/** What the switch did last, a line an event; nothing of what was pressed or who called. */
function lastEvents({ events }: RawEslClient): string {
  const names = ['Event-Name', 'Application', 'Application-UUID', 'Playback-File-Path', 'Hangup-Cause'];
  return events
    .filter((event) => header(event, 'Event-Name') !== 'CHANNEL_STATE')
    .slice(-40)
    .map((event) =>
      [
        header(event, 'Event-Date-Timestamp').slice(4, 13),
        header(event, 'Unique-ID').slice(-4),
        ...names.map((name) => header(event, name)).filter(Boolean),
      ].join(' '),
    )
    .join('\n');
}

/** Gives a test file one engine. A test that fails prints what the roles said. */
export function useSwitchEngine(test: TestFn, start: () => Promise<SwitchEngine>): () => SwitchEngine {
  let engine: SwitchEngine | undefined;
  test.before('the engine is up', async (t) => {
    // It may have to wait for the contract suite on the same switch.
    t.timeout(600_000);
    engine = await start();
  });
  test.afterEach.always('what the roles said', (t) => {
    if (t.passed || engine === undefined) return;
    t.log(engine.output().split('\n').slice(-60).join('\n'));
    t.log(lastEvents(engine.client));
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
