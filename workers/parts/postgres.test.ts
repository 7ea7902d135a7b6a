import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { tempFolder } from './fixtures/temp-folder.ts';
import { silentLog } from './part-log.ts';
import { type PostgresPart, startPostgres } from './postgres.ts';
import { queryOnce } from './postgres-probe.ts';
import { processIdentity } from './process-identity.ts';

async function start(t: ExecutionContext, home: string): Promise<PostgresPart> {
  const part = await startPostgres({ home, preferredPort: 0, log: silentLog });
  t.teardown(() => part.stop());
  return part;
}

function tempHome(t: ExecutionContext): string {
  return join(tempFolder(t), 'home');
}

async function answers(url: string): Promise<void> {
  for (;;) {
    try {
      return void (await queryOnce(url, 'select 1'));
    } catch {
      await delay(50);
    }
  }
}

test('data written before a kill -9 is there after the restart, at the same address', async (t) => {
  const postgres = await start(t, tempHome(t));
  await queryOnce(postgres.url, 'create table kept (n int)');
  await queryOnce(postgres.url, 'insert into kept values (7)');
  const killed = postgres.pid ?? 0;
  process.kill(killed, 'SIGKILL');
  while (processIdentity(killed) !== undefined) await delay(10);
  await answers(postgres.url);
  t.deepEqual(await queryOnce(postgres.url, 'select n from kept'), [{ n: 7 }]);
  t.not(postgres.pid, killed);
});

test('a stale postmaster.pid that names another living program does not keep it from starting', async (t) => {
  const home = tempHome(t);
  await (await start(t, home)).stop();
  writeFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), `${process.pid}\n${home}\n1\n15432\n`);
  const again = await start(t, home);
  t.deepEqual(await queryOnce(again.url, 'select 1 as one'), [{ one: 1 }]);
});

test('it listens on loopback, asks for the password, and keeps commits synchronous', async (t) => {
  const postgres = await start(t, tempHome(t));
  const settings = await queryOnce(
    postgres.url,
    `select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit') order by name`,
  );
  t.deepEqual(settings, [
    { name: 'fsync', setting: 'on' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
  const wrong = new URL(postgres.url);
  wrong.password = 'guess';
  await t.throwsAsync(queryOnce(wrong.href, 'select 1'), { message: /password authentication failed/ });
});

test('the password stands in no log', async (t) => {
  const home = tempHome(t);
  const { url, stop } = await start(t, home);
  await stop();
  const log = readFileSync(join(home, 'logs', 'postgres.log'), 'utf8');
  t.true(log.length > 0);
  t.false(log.includes(new URL(url).password));
});

test('a server at DATABASE_URL is used and left alone', async (t) => {
  const own = await start(t, tempHome(t));
  const other = await startPostgres({ home: tempHome(t), databaseUrl: own.url, log: silentLog });
  t.true(other.external);
  await other.stop();
  t.deepEqual(await queryOnce(own.url, 'select 1 as one'), [{ one: 1 }]);
});
