import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNodes, readEnvironment } from './config.ts';
import { type Engine, startEngine } from './engine.ts';
import { buildConsole } from './parts/console-build.ts';
import { consoleFolder } from './parts/console-folder.ts';
import { type Home, openHome } from './parts/home.ts';
import { lockHome } from './parts/home-lock.ts';
import { requireFreePort } from './parts/ports.ts';
import { probeNodes } from './parts/probe-nodes.ts';
import { MAIN_LINE, PIN_LINE } from './setup/demo-numbers.ts';
import { firstSignIn } from './setup/first-sign-in.ts';
import { hostingOf } from './setup/hosting.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Brings the whole engine up on one machine and keeps it running until it is told to end. */
export async function startAll(env: NodeJS.ProcessEnv): Promise<void> {
  const environment = readEnvironment(env);
  const { publicUrl } = hostingOf(environment);
  if (environment.FREESWITCH_NODES !== undefined) await probeNodes(parseNodes(environment.FREESWITCH_NODES));
  await requireFreePort(environment.PORT, 'PORT');
  const home = openHome(environment.CALLWRIGHT_HOME);
  const unlock = lockHome(home);
  const aborted = new AbortController();
  process.once('exit', unlock);
  let engine: Engine | undefined;
  const stop = (): void => {
    aborted.abort();
    void engine?.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  const log = { info: say, warn: (line: string) => say(`! ${line}`) };
  // Beside the servers' own start, which takes longer.
  // One folder for both: sources that are edited meanwhile would have another.
  const folder = environment.CALLWRIGHT_CONSOLE_DIR ?? consoleFolder();
  const consoleBuilt = buildConsole({ log, folder, signal: aborted.signal });
  const roleEnv = { CALLWRIGHT_CONSOLE_DIR: folder };
  engine = await startEngine({ environment, log, roleEnv, signal: aborted.signal });
  await consoleBuilt;
  leaveAddress(home, environment.PORT, engine);
  say(`Callwright is ready: http://127.0.0.1:${environment.PORT}`);
  say(await wayIn(engine, publicUrl));
  if (engine.temporalUi !== undefined) say(`Temporal's own pages: ${engine.temporalUi}`);
  say(
    engine.controlPort === undefined
      ? `Dial ${MAIN_LINE} (main line) or ${PIN_LINE} (PIN line) through your FreeSWITCH.`
      : 'No FREESWITCH_NODES: calls go through the switch simulator. In a second terminal: npm run demo',
  );
}

/** The engine runs by now: a database that hesitates for once does not stop it. */
const wayIn = (engine: Engine, publicUrl: string): Promise<string> =>
  firstSignIn(engine.shared['DATABASE_URL'] ?? '', publicUrl).catch(
    () => '! no sign-in link could be made: npm run sign-in-link',
  );

/** Where `npm run demo` finds the simulator's phones and the api. */
function leaveAddress(home: Home, port: number, engine: Engine): void {
  const file = join(home.root, 'run.json');
  writeFileSync(file, JSON.stringify({ port, controlPort: engine.controlPort }));
  // For `npm run account` and `npm run number`; the address holds the password, so it lies with the secrets.
  const url = join(home.secrets, 'database-url');
  writeFileSync(url, engine.shared['DATABASE_URL'] ?? '', { mode: 0o600 });
  process.once('exit', () => {
    rmSync(file, { force: true });
    rmSync(url, { force: true });
  });
}
