import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { createRepositories } from '../db/repositories/index.ts';
import { BENCH_THREE_MENUS, SHIPPED_SCENARIOS } from '../ivr-scenarios/catalog/index.ts';
import { parseNodes, readEnvironment } from './config.ts';
import { lockHome } from './parts/home-lock.ts';
import { openHome } from './parts/home.ts';
import { freePort, requireFreePort } from './parts/ports.ts';
import { startPostgres } from './parts/postgres.ts';
import { readSecret } from './parts/secrets.ts';
import { createSupervisor, type Supervisor } from './parts/supervisor.ts';
import { startTemporal } from './parts/temporal-server.ts';
import { publishDemo, readCatalog } from './setup/publish-demo.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const script = fileURLToPath(new URL('./start.ts', import.meta.url));
/** Names of what is stopped together: roles first, then the switch, then the servers that they write to. */
const STAGES = { roles: 0, switch: 1, servers: 10 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Brings the whole engine up on one machine and keeps it running until it is told to end. */
export async function startAll(env: NodeJS.ProcessEnv): Promise<void> {
  const environment = readEnvironment(env);
  if (environment.FREESWITCH_NODES !== undefined) parseNodes(environment.FREESWITCH_NODES);
  await requireFreePort(environment.PORT, 'PORT');
  const home = openHome(environment.CALLWRIGHT_HOME);
  const unlock = lockHome(home);
  const log = { info: say, warn: (line: string) => say(`! ${line}`) };
  const supervisor = createSupervisor({ log });
  const aborted = new AbortController();
  supervisor.stopOnSignals(() => {
    aborted.abort();
    unlock();
    process.exit(0);
  });
  try {
    const [temporal, postgres] = await Promise.all([
      startTemporal({
        home: home.root,
        address: environment.TEMPORAL_ADDRESS,
        namespace: environment.TEMPORAL_NAMESPACE,
        log,
        signal: aborted.signal,
      }).then((part) => keep(supervisor, 'temporal', part)),
      startPostgres({ home: home.root, databaseUrl: environment.DATABASE_URL, log }).then((part) =>
        keep(supervisor, 'postgres', part),
      ),
    ]);
    await prepareDatabase(postgres.url);
    const shared = {
      CALLWRIGHT_HOME: home.root,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      DATABASE_URL: postgres.url,
      FREESWITCH_NODES: environment.FREESWITCH_NODES ?? (await startSimulator(supervisor, home.root)),
    };
    await startRoles(supervisor, shared, environment.PORT);
    writeFileSync(join(home.root, 'run.json'), JSON.stringify({ port: environment.PORT, pids: supervisor.status() }));
    say(`Callwright is ready: http://127.0.0.1:${environment.PORT}`);
    if (temporal.uiUrl !== undefined) say(`Temporal's own pages: ${temporal.uiUrl}`);
    say(
      environment.FREESWITCH_NODES === undefined
        ? 'No FREESWITCH_NODES: calls go through the switch simulator. Try: npm run demo'
        : 'Dial 07000000001 or 07000000002 through your FreeSWITCH.',
    );
  } catch (error) {
    await supervisor.stop();
    unlock();
    throw error;
  }
}

function keep<T extends { external: boolean; stop(): Promise<void> }>(supervisor: Supervisor, name: string, part: T): T {
  if (!part.external) supervisor.addPart(name, () => part.stop(), STAGES.servers);
  return part;
}

async function prepareDatabase(url: string): Promise<void> {
  const database = createDatabase({ url, applicationName: 'callwright-setup', poolMax: 2 });
  try {
    await migrate(database);
    const numbers = [
      { digits: '07000000001', draft: SHIPPED_SCENARIOS['main-line'] },
      { digits: '07000000002', draft: SHIPPED_SCENARIOS['pin-line'] },
      { digits: '07000000003', draft: BENCH_THREE_MENUS },
    ];
    await publishDemo(createRepositories(database), numbers, await readCatalog(join(root, 'prompts')));
  } finally {
    await database.close();
  }
}

/** The development stand-in for FreeSWITCH; returns the address that the roles connect to. */
async function startSimulator(supervisor: Supervisor, home: string): Promise<string> {
  const [eslPort, controlPort] = [await freePort(), await freePort()];
  await supervisor.start({
    name: 'simulator',
    argv: [process.execPath, script, '--role', 'simulator'],
    stage: STAGES.switch,
    env: {
      CALLWRIGHT_HOME: home,
      SIMULATOR_ESL_PORT: String(eslPort),
      SIMULATOR_CONTROL_PORT: String(controlPort),
    },
  });
  // Where `npm run demo` finds the simulator's phones.
  writeFileSync(join(home, 'simulator.json'), JSON.stringify({ controlPort }));
  process.once('exit', () => rmSync(join(home, 'simulator.json'), { force: true }));
  const password = readSecret(openHome(home), 'switch-password');
  return `simulator=esl://:${password}@127.0.0.1:${eslPort}`;
}

async function startRoles(supervisor: Supervisor, shared: Record<string, string>, port: number): Promise<void> {
  const metrics = { 'flow-worker': await freePort(), 'switch-worker': await freePort() };
  const sources = Object.values(metrics).map((at) => `http://127.0.0.1:${at}/metrics`);
  const roles: [string, Record<string, string>][] = [
    ['flow-worker', { METRICS_PORT: String(metrics['flow-worker']) }],
    ['switch-worker', { METRICS_PORT: String(metrics['switch-worker']) }],
    ['api', { PORT: String(port), METRICS_SOURCES: sources.join(',') }],
  ];
  await Promise.all(
    roles.map(([role, own]) =>
      supervisor.start({
        name: role,
        argv: [process.execPath, script, '--role', role],
        stage: STAGES.roles,
        env: { ...shared, ...own },
      }),
    ),
  );
}
