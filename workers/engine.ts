import { fileURLToPath } from 'node:url';
import { type Environment, trunksOf } from './config.ts';
import { openHome } from './parts/home.ts';
import type { PartLog } from './parts/part-log.ts';
import { freePort } from './parts/ports.ts';
import { startPostgres } from './parts/postgres.ts';
import { readSecret } from './parts/secrets.ts';
import { createSupervisor, type Supervisor } from './parts/supervisor.ts';
import { startTemporal } from './parts/temporal-server.ts';
import { prepareDatabase } from './setup/prepare-database.ts';
import type { DemoNumber } from './setup/publish-demo.ts';

const script = fileURLToPath(new URL('./start.ts', import.meta.url));
/** What is stopped together: roles first, then the switch, then the servers that they write to. */
const STAGES = { roles: 0, switch: 1, servers: 10 };

export type EngineOptions = {
  environment: Environment;
  log: PartLog;
  signal?: AbortSignal;
  /** Which numbers lead where; the demo company's unless given. */
  numbers?: readonly DemoNumber[];
  /** More environment for the roles: tests shorten and bend things by it. */
  roleEnv?: Record<string, string>;
  /** Where the lines of the roles go. */
  output?: (name: string, line: string) => void;
  /** Flow workers beside each other; a second one takes calls over within seconds. */
  flowWorkers?: number;
};

/** Everything that `npm start` runs, as one thing to stop. */
export type Engine = {
  supervisor: Supervisor;
  /** The environment that every role got: addresses of all parts. */
  shared: Record<string, string>;
  temporalUi: string | undefined;
  /** Where the simulator's phones are controlled; undefined with a real switch. */
  controlPort: number | undefined;
  stop(): Promise<void>;
};

/** Starts servers, switch and roles, in that order; on failure everything that was started is stopped again. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { output } = options;
  const supervisor = createSupervisor({ log: options.log, ...(output === undefined ? {} : { output }) });
  options.signal?.addEventListener('abort', () => void supervisor.stop(), { once: true });
  try {
    return await bringUp(supervisor, options);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

async function bringUp(supervisor: Supervisor, options: EngineOptions): Promise<Engine> {
  const { environment, log } = options;
  const home = openHome(environment.CALLWRIGHT_HOME);
  const [temporal, postgres] = await Promise.all([
    startTemporal({
      home: home.root,
      address: environment.TEMPORAL_ADDRESS,
      namespace: environment.TEMPORAL_NAMESPACE,
      log,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    }).then((part) => keep(supervisor, 'temporal', part)),
    startPostgres({ home: home.root, databaseUrl: environment.DATABASE_URL, log }).then((part) =>
      keep(supervisor, 'postgres', part),
    ),
  ]);
  await prepareDatabase(postgres.url, options.numbers, trunksOf(environment));
  const simulator =
    environment.FREESWITCH_NODES === undefined
      ? await startSimulator(supervisor, home.root, options)
      : undefined;
  const shared = {
    ...options.roleEnv,
    CALLWRIGHT_HOME: home.root,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    ...(temporal.uiUrl === undefined ? {} : { TEMPORAL_UI_URL: temporal.uiUrl }),
    DATABASE_URL: postgres.url,
    FREESWITCH_NODES: environment.FREESWITCH_NODES ?? simulator?.node ?? '',
    ...(simulator === undefined ? {} : { SIMULATOR_CONTROL_PORT: String(simulator.controlPort) }),
    // The simulator's phones need no accounts.
    DIRECTORY_PORT: String(simulator === undefined ? environment.DIRECTORY_PORT : 0),
  };
  await startRoles(supervisor, shared, environment.PORT, options.flowWorkers ?? 1);
  return {
    supervisor,
    shared,
    temporalUi: temporal.uiUrl,
    controlPort: simulator?.controlPort,
    stop: () => supervisor.stop(),
  };
}

function keep<T extends { external: boolean; stop(): Promise<void> }>(
  supervisor: Supervisor,
  name: string,
  part: T,
): T {
  if (!part.external) supervisor.addPart(name, () => part.stop(), STAGES.servers);
  return part;
}

/** The development stand-in for FreeSWITCH, and where its phones are controlled. */
async function startSimulator(
  supervisor: Supervisor,
  home: string,
  { roleEnv }: EngineOptions,
): Promise<{ node: string; controlPort: number }> {
  const [eslPort, controlPort] = [await freePort(), await freePort()];
  await supervisor.start({
    name: 'simulator',
    argv: [process.execPath, script, '--role', 'simulator'],
    stage: STAGES.switch,
    env: {
      ...roleEnv,
      CALLWRIGHT_HOME: home,
      SIMULATOR_ESL_PORT: String(eslPort),
      SIMULATOR_CONTROL_PORT: String(controlPort),
    },
  });
  const password = readSecret(openHome(home), 'switch-password');
  return { node: `simulator=esl://:${password}@127.0.0.1:${eslPort}`, controlPort };
}

async function startRoles(
  supervisor: Supervisor,
  shared: Record<string, string>,
  port: number,
  flowWorkers: number,
): Promise<void> {
  const names = Array.from({ length: flowWorkers }, (_, n) =>
    n === 0 ? 'flow-worker' : `flow-worker-${n + 1}`,
  );
  const roles = [
    ...names.map((name) => ({ name, role: 'flow-worker' })),
    { name: 'switch-worker', role: 'switch-worker' },
  ];
  const withPorts = await Promise.all(roles.map(async (one) => ({ ...one, metrics: await freePort() })));
  const sources = withPorts.map(({ metrics }) => `http://127.0.0.1:${metrics}/metrics`);
  const start = (name: string, role: string, own: Record<string, string>): Promise<void> =>
    supervisor.start({
      name,
      argv: [process.execPath, script, '--role', role],
      stage: STAGES.roles,
      env: { ...shared, ...own },
    });
  await Promise.all([
    ...withPorts.map(({ name, role, metrics }) =>
      start(name, role, { METRICS_PORT: String(metrics), CALLWRIGHT_INSTANCE: name }),
    ),
    start('media-worker', 'media-worker', { CALLWRIGHT_INSTANCE: 'media-worker' }),
    start('api', 'api', { PORT: String(port), METRICS_SOURCES: sources.join(',') }),
  ]);
}
