import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import test from 'ava';
import { cpuMsOf, family, listenerOf, peakRssMb } from './processes.ts';

const onLinux = process.platform === 'linux' ? test : test.skip;
if (process.platform !== 'linux')
  process.stderr.write('skipped: processor time of other processes is read from /proc (Linux)\n');

onLinux('a process has itself and its children as its family', (t) => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    t.true(family(process.pid).includes(child.pid ?? 0));
    t.deepEqual(family(child.pid ?? 0), [child.pid]);
  } finally {
    child.kill();
  }
});

onLinux('processor time and memory of a process are numbers above zero; a missing one costs nothing', (t) => {
  t.true(cpuMsOf([process.pid]) > 0);
  t.true(peakRssMb(process.pid) > 10);
  t.is(cpuMsOf([2_147_483_646]), 0);
});

onLinux('the process behind a port is found by its socket', async (t) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  t.is(listenerOf(typeof address === 'object' ? (address?.port ?? 0) : 0), process.pid);
  server.close();
});
