import test from 'ava';
import { createDatabase } from './database.ts';
import { createRepositories } from './repositories/index.ts';
import { createCuttingProxy } from './testing/cutting-proxy.ts';
import { digits, newCallId, nodeA, sampleCall, system } from './testing/samples.ts';
import { useTestDatabase } from './testing/test-database.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const unavailable = { name: 'CallwrightError', code: 'db/unavailable' };

test('nobody listening is db/unavailable, said at once and without the statement', async (t) => {
  const database = createDatabase({ url: 'postgres://callwright@127.0.0.1:9/none' });
  const { calls } = createRepositories(database);
  const error = await t.throwsAsync(calls.list(system, { limit: 1, caller: '07012345678' }), unavailable);
  t.notRegex(error.message, /select|0701/);
  t.deepEqual(await database.healthy(), { ok: false, error: 'Postgres does not answer: ECONNREFUSED' });
  await database.close();
});

test('after every connection is terminated, the next queries work (R10)', async (t) => {
  const { repositories } = db();
  const database = createDatabase({ url: db().url, poolMax: 3, applicationName: 'victim' });
  const { calls } = createRepositories(database);
  await Promise.all([1, 2, 3].map(() => database.knex.raw('select pg_sleep(0.01)')));
  await db().database.knex.raw(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'",
  );
  const row = sampleCall();
  // The first to touch a dead connection may fail, but only with the code that says "try again".
  for (let tries = 0; tries < 5; tries++) {
    const error: unknown = await calls.starting(system, row).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error === undefined) break;
    t.like(error, unavailable);
  }
  t.is((await repositories.calls.get(system, row.call))?.state, 'starting');
  t.deepEqual(await database.healthy(), { ok: true });
  await database.close();
});

test('a network that is cut and comes back costs errors, not the pool (R10)', async (t) => {
  const proxy = await createCuttingProxy(db().url);
  const database = createDatabase({ url: proxy.url });
  const { calls } = createRepositories(database);
  t.deepEqual(await database.healthy(), { ok: true });
  proxy.cut();
  await t.throwsAsync(calls.get(system, newCallId()), unavailable);
  t.false((await database.healthy()).ok);
  proxy.restore();
  t.is(await calls.get(system, newCallId()), undefined);
  await database.close();
  await proxy.close();
});

test('a pool without a free connection answers instead of queueing for ever', async (t) => {
  const database = createDatabase({ url: db().url, poolMax: 1, acquireTimeoutMs: 1_000 });
  const { calls } = createRepositories(database);
  const holder = await database.knex.transaction();
  await holder.raw('select 1');
  await t.throwsAsync(calls.get(system, newCallId()), unavailable);
  await holder.rollback();
  t.is(await calls.get(system, newCallId()), undefined);
  await database.close();
});

test('a write whose reply was lost is repeated without a second effect (R11)', async (t) => {
  const proxy = await createCuttingProxy(db().url);
  const database = createDatabase({ url: proxy.url });
  const { calls, dialAttempts } = createRepositories(database);
  const row = sampleCall();
  const lost = async (write: () => Promise<unknown>): Promise<void> => {
    await database.healthy();
    proxy.swallowNextReply();
    await t.throwsAsync(write(), unavailable);
  };
  await lost(() => calls.starting(system, row));
  t.false(await calls.starting(system, row), 'the row was there');
  await calls.activate(system, row.call);

  await lost(() => calls.markMissing(system, row.call, 1_000));
  t.is(await calls.markMissing(system, row.call, 1_000), 1);

  const target = { kind: 'phone', digits: digits('07012345678') } as const;
  const plan = { leg: newCallId(), call: row.call, verb: 1, target, node: nodeA };
  await lost(() => dialAttempts.plan(system, plan));
  t.is((await dialAttempts.plan(system, plan)).leg, plan.leg);
  await lost(() => dialAttempts.claimSend(system, plan.leg));
  t.false(await dialAttempts.claimSend(system, plan.leg), 'never two senders, rather none');

  const outcome = { result: 'success', reason: 'completed' } as const;
  await lost(() => calls.end(system, row.call, { outcome, endedAt: 2_000 }));
  t.deepEqual(await calls.end(system, row.call, { outcome, endedAt: 2_000 }), { kind: 'already', outcome });
  await database.close();
  await proxy.close();
});

test('what Postgres refuses is our bug, named by its constraint and without the row', async (t) => {
  const { numbers } = db().repositories;
  const row = {
    digits: digits('07012345678'),
    tenant: newCallId() as never,
    scenario: null,
    fallbackPrompt: 'x.wav',
    enabled: true,
  };
  const error = await t.throwsAsync(numbers.upsert(system, row), {
    name: 'CallwrightError',
    code: 'server/bug',
  });
  t.is(error.message, 'Postgres refused a statement: 23503 (numbers_tenant_foreign)');
  t.is(error.cause, undefined);
});
