import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { tempFolder } from './fixtures/temp-folder.ts';
import { type Home, openHome } from './home.ts';
import { lockHome } from './home-lock.ts';
import { freePort, requireFreePort } from './ports.ts';
import { readSecret } from './secrets.ts';

function tempHome(t: ExecutionContext): Home {
  return openHome(join(tempFolder(t), 'home'));
}

test('secrets are made once, long, and readable by their owner only', (t) => {
  const home = tempHome(t);
  const first = readSecret(home, 'switch-password');
  t.is(first, readSecret(home, 'switch-password'));
  t.true(first.length >= 20);
  t.not(first, readSecret(home, 'payload-key'));
  t.is(statSync(join(home.secrets, 'switch-password')).mode & 0o777, 0o600);
  t.is(statSync(home.secrets).mode & 0o777, 0o700);
  t.is(statSync(home.root).mode & 0o066, 0);
});

test('a second lock on the same home is refused with one line that says what to do', (t) => {
  const home = tempHome(t);
  const release = lockHome(home);
  const error = t.throws(() => lockHome(home), { name: 'CallwrightError' });
  t.regex(error?.message ?? '', /already runs on .*process \d+.*CALLWRIGHT_HOME/);
  t.false(error?.message.includes('\n'));
  release();
  t.notThrows(() => lockHome(home)());
});

test('the lock of a process that died is taken over', (t) => {
  const home = tempHome(t);
  const dead = spawnSync(process.execPath, [
    '-e',
    'process.stdout.write(String(process.pid))',
  ]).stdout.toString();
  writeFileSync(join(home.root, 'lock'), `${dead} ${dead}@elsewhere-1\n`);
  t.notThrows(() => lockHome(home)());
});

test('the lock of a reused pid is taken over', (t) => {
  const home = tempHome(t);
  writeFileSync(join(home.root, 'lock'), `${process.ppid} ${process.ppid}@another-boot-1\n`);
  t.notThrows(() => lockHome(home)());
});

test('a used port is refused, naming the setting; a free one is found instead', async (t) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  const address = server.address();
  const used = typeof address === 'object' && address !== null ? address.port : 0;
  await t.throwsAsync(requireFreePort(used, 'PORT'), {
    message: new RegExp(`port ${used} is in use.*set PORT`),
  });
  const found = await freePort(used);
  t.not(found, used);
  await t.notThrowsAsync(requireFreePort(found, 'PORT'));
});
