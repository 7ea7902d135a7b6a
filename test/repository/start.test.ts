import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { ROOT } from '../../tools/source-files.ts';
import { freePort } from '../../workers/parts/ports.ts';
import { processIdentity } from '../../workers/parts/process-identity.ts';

// What `npm start` promises a person at a terminal, with all parts of its own: Temporal, Postgres, simulator, roles.

interface Engine {
  readonly process: ChildProcess;
  readonly lines: string[];
  readonly exited: Promise<unknown>;
}

function start(t: ExecutionContext, home: string, settings: Readonly<Record<string, string>>): Engine {
  const env: NodeJS.ProcessEnv = { ...process.env, CALLWRIGHT_HOME: home, ...settings };
  for (const name of ['TEMPORAL_ADDRESS', 'DATABASE_URL']) delete env[name];
  const child = spawn(process.execPath, [join(ROOT, 'workers/start.ts')], {
    env,
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream
      .setEncoding('utf8')
      .on('data', (text: string) => lines.push(...text.split('\n').filter((line) => line !== '')));
  }
  t.teardown(() => child.kill('SIGKILL'));
  return { process: child, lines, exited: once(child, 'exit') };
}

function tempHome(t: ExecutionContext): string {
  const home = mkdtempSync(join(tmpdir(), 'callwright-start-'));
  t.teardown(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

async function ready(engine: Engine, port: number): Promise<void> {
  const line = `Callwright is ready: http://127.0.0.1:${port}`;
  while (!engine.lines.includes(line)) {
    if (engine.process.exitCode !== null)
      throw new Error(`ended before it was ready:\n${engine.lines.join('\n')}`);
    await delay(50);
  }
}

/** Everything below a process, as identities that survive the reuse of a pid. */
function descendants(pid: number): { pid: number; identity: string }[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const below = (above: number): number[] =>
    parents.filter(([, parent]) => parent === above).flatMap(([child]) => [child, ...below(child)]);
  return below(pid).map((child) => ({ pid: child, identity: processIdentity(child) ?? '' }));
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

async function gone(processes: readonly { pid: number; identity: string }[]): Promise<void> {
  while (processes.some(({ pid, identity }) => processIdentity(pid) === identity)) await delay(50);
}

test.serial(
  'it is ready, refuses a second start on its home, ends all it started on Ctrl-C, and starts again',
  async (t) => {
    t.timeout(180_000);
    const home = tempHome(t);
    const stranger = spawn('sleep', ['600']);
    t.teardown(() => stranger.kill());
    const port = await freePort();
    const engine = start(t, home, { PORT: String(port) });
    await ready(engine, port);
    t.is((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);

    const second = start(t, home, { PORT: String(await freePort()) });
    await second.exited;
    t.is(second.lines.length, 1, second.lines.join('\n'));
    t.regex(second.lines[0] ?? '', /already runs on .*CALLWRIGHT_HOME/);

    const started = descendants(engine.process.pid ?? 0);
    t.true(started.length >= 6, `only ${started.length} processes`);
    engine.process.kill('SIGINT');
    await engine.exited;
    await gone(started);
    t.is(stranger.exitCode, null);

    const again = start(t, home, { PORT: String(port) });
    await ready(again, port);
    const restarted = descendants(again.process.pid ?? 0);
    again.process.kill('SIGKILL');
    await gone(restarted);
  },
);

test.serial('a used port is one line that says what to do', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const engine = start(t, tempHome(t), { PORT: String(port) });
  await engine.exited;
  t.is(engine.lines.length, 1, engine.lines.join('\n'));
  t.regex(engine.lines[0] ?? '', new RegExp(`port ${port} is in use.*set PORT`));
  t.not(engine.process.exitCode, 0);
});

test.serial('a wrong FREESWITCH_NODES is one line that names it', async (t) => {
  const engine = start(t, tempHome(t), {
    PORT: String(await freePort()),
    FREESWITCH_NODES: 'seoul-1=http://nowhere',
  });
  await engine.exited;
  t.is(engine.lines.length, 1, engine.lines.join('\n'));
  t.regex(engine.lines[0] ?? '', /FREESWITCH_NODES/);
  t.not(engine.process.exitCode, 0);
});
