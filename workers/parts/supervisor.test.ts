import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { tempFolder } from './fixtures/temp-folder.ts';
import { silentLog } from './part-log.ts';
import { processIdentity } from './process-identity.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';

const CHILD = fileURLToPath(new URL('fixtures/child.ts', import.meta.url));
const SUPERVISE = fileURLToPath(new URL('fixtures/supervise.ts', import.meta.url));

function makeSupervisor(t: ExecutionContext, lines: string[] = []): Supervisor {
  const supervisor = createSupervisor({
    log: silentLog,
    output: (name, line) => lines.push(`${name} | ${line}`),
    stopWithinMs: 3_000,
  });
  t.teardown(() => supervisor.stop());
  return supervisor;
}

function tempFile(t: ExecutionContext): string {
  return join(tempFolder(t), 'child');
}

/** The pids of all children that ever ran with this file. */
function pidsOf(file: string): number[] {
  return readdirSync(join(file, '..')).map((name) => Number(name.split('.').at(-1)));
}

/** Waits for a condition; the test's own time-out is the limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(20);
}

const isGone = (pid: number): boolean => processIdentity(pid) === undefined;

test('a child that is killed is started again', async (t) => {
  const supervisor = makeSupervisor(t);
  await supervisor.start({ name: 'role', argv: [process.execPath, CHILD, 'follow', tempFile(t)] });
  const first = supervisor.status()[0]?.pid ?? 0;
  process.kill(first, 'SIGKILL');
  await until(() => supervisor.status()[0]?.restarts === 1 && supervisor.status()[0]?.ready === true);
  t.not(supervisor.status()[0]?.pid, first);
  t.true(isGone(first));
});

test('a printed line can mean ready, and output carries the name', async (t) => {
  const lines: string[] = [];
  const supervisor = makeSupervisor(t, lines);
  await supervisor.start({
    name: 'web',
    argv: [process.execPath, CHILD, 'line', tempFile(t)],
    ready: { line: /^listening/ },
  });
  t.deepEqual(lines, ['web | listening on 1']);
});

test('stop ends a child that ignores SIGTERM', async (t) => {
  const file = tempFile(t);
  const supervisor = makeSupervisor(t);
  await supervisor.start({
    name: 'stubborn',
    argv: [process.execPath, CHILD, 'stubborn', file],
    stopWithinMs: 300,
  });
  await supervisor.stop();
  t.is(pidsOf(file).length, 1);
  t.true(pidsOf(file).every(isGone));
});

test('stop ends a child that is not ready yet, and its start rejects', async (t) => {
  const file = tempFile(t);
  const supervisor = makeSupervisor(t);
  const starting = supervisor.start({ name: 'slow', argv: [process.execPath, CHILD, 'line', file] });
  const rejected = t.throwsAsync(starting, { name: 'CallwrightError' });
  await until(() => pidsOf(file).length === 1);
  await supervisor.stop();
  await rejected;
  t.true(pidsOf(file).every(isGone));
});

test('exit code 78 means a wrong configuration: no second attempt', async (t) => {
  const file = tempFile(t);
  const supervisor = makeSupervisor(t);
  const start = supervisor.start({ name: 'wrong', argv: [process.execPath, CHILD, 'misconfigured', file] });
  await t.throwsAsync(start, { message: /wrong did not become ready \(exit code 78\)/ });
  t.is(pidsOf(file).length, 1);
});

test('a program that does not exist is a missing tool', async (t) => {
  const start = makeSupervisor(t).start({ name: 'ghost', argv: ['/no/such/program'] });
  await t.throwsAsync(start, { message: /cannot run \/no\/such\/program/ });
});

test('stages stop in order, and a part that fails to stop does not keep the others', async (t) => {
  const order: string[] = [];
  const supervisor = makeSupervisor(t);
  supervisor.addPart('database', async () => void order.push('database'), 10);
  supervisor.addPart('broken', () => Promise.reject(new RangeError('no')), 5);
  supervisor.addPart('role', async () => void order.push('role'), 0);
  await supervisor.stop();
  t.deepEqual(order, ['role', 'database']);
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const) {
  test(`when the supervisor gets ${signal}, all its children end`, async (t) => {
    const file = tempFile(t);
    const supervisor = spawn(process.execPath, [SUPERVISE, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(supervisor, 'exit');
    await once(supervisor.stdout, 'data');
    t.is(pidsOf(file).length, 2);
    supervisor.kill(signal);
    await exited;
    await until(() => pidsOf(file).every(isGone));
    t.pass();
  });
}
