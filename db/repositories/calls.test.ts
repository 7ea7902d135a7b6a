import test from 'ava';
import type { Outcome } from '../../contracts/call/outcome.ts';
import { NodeName } from '../../contracts/ids.ts';
import { newCallId, sampleCall, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const done: Outcome = { result: 'success', reason: 'completed' };
const gone: Outcome = { result: 'client', reason: 'caller-hung-up' };

test('a call is written once, however often it starts', async (t) => {
  const { calls } = db().repositories;
  const row = sampleCall();
  const written = await Promise.all(Array.from({ length: 20 }, () => calls.starting(system, row)));
  t.is(written.filter(Boolean).length, 1);
  const kept = await calls.get(system, row.call);
  t.like(kept, { state: 'starting', arrivedAt: row.arrivedAt, outcome: null, misses: 0, scenario: null });
});

test('a started call goes active, and again without harm', async (t) => {
  const { calls } = db().repositories;
  const row = sampleCall();
  await calls.starting(system, row);
  t.true(await calls.activate(system, row.call));
  t.true(await calls.activate(system, row.call));
  t.is((await calls.get(system, row.call))?.state, 'active');
  t.false(await calls.activate(system, newCallId()));
});

test('a call has exactly one outcome: the first', async (t) => {
  const { calls } = db().repositories;
  const row = sampleCall();
  await calls.starting(system, row);
  const end = { outcome: done, endedAt: row.arrivedAt + 9_000, answeredAt: row.arrivedAt + 100 };
  t.deepEqual(await calls.end(system, row.call, end), { kind: 'ended' });
  const late = await calls.end(system, row.call, { outcome: gone, endedAt: row.arrivedAt + 10_000 });
  t.deepEqual(late, { kind: 'already', outcome: done });
  t.like(await calls.get(system, row.call), {
    state: 'ended',
    outcome: done,
    endedAt: row.arrivedAt + 9_000,
  });
  t.false(await calls.activate(system, row.call), 'an ended call does not come back');
  t.deepEqual(await calls.end(system, newCallId(), end), { kind: 'absent' });
});

test('of many ends at once one wins, and all are told the same outcome', async (t) => {
  const { calls } = db().repositories;
  const row = sampleCall();
  await calls.starting(system, row);
  const ends = await Promise.all(
    [done, gone, done, gone].map((outcome) => calls.end(system, row.call, { outcome, endedAt: 1 })),
  );
  t.is(ends.filter((end) => end.kind === 'ended').length, 1);
  const stands = (await calls.get(system, row.call))?.outcome;
  for (const end of ends) if (end.kind === 'already') t.deepEqual(end.outcome, stands ?? null);
});

test('a node’s active calls are those that run, not those that start or have ended', async (t) => {
  const { calls } = db().repositories;
  const node = NodeName.parse('only-mine');
  const [starting, active, ended] = [sampleCall({ node }), sampleCall({ node }), sampleCall({ node })];
  for (const row of [starting, active, ended]) await calls.starting(system, row);
  for (const row of [active, ended]) await calls.activate(system, row.call);
  await calls.end(system, ended.call, { outcome: done, endedAt: 5 });
  t.deepEqual(
    (await calls.activeOnNode(system, node)).map((row) => row.call),
    [active.call],
  );
});

test('the sweep sees rows that have been starting for too long, by Postgres’ clock', async (t) => {
  const { calls } = db().repositories;
  const [old, fresh] = [sampleCall(), sampleCall()];
  await calls.starting(system, old);
  await calls.starting(system, fresh);
  await db()
    .database.knex('calls')
    .where('call', old.call)
    .update({ created_at: new Date(Date.now() - 60_000) });
  const found = (await calls.startingOlderThan(system, 30_000)).map((row) => row.call);
  t.true(found.includes(old.call));
  t.false(found.includes(fresh.call));
});

test('one observation counts one miss, and being seen forgets them', async (t) => {
  const { calls } = db().repositories;
  const row = sampleCall();
  await calls.starting(system, row);
  t.is(await calls.markMissing(system, row.call, 1_000), 0, 'a starting call has no channel to miss yet');
  await calls.activate(system, row.call);
  t.is(await calls.markMissing(system, row.call, 1_000), 1);
  t.is(await calls.markMissing(system, row.call, 1_000), 1, 'the reply was lost and the write repeated');
  t.is(await calls.markMissing(system, row.call, 31_000), 2);
  t.is((await calls.get(system, row.call))?.missingSince, 1_000);
  await calls.clearMissing(system, row.call);
  t.like(await calls.get(system, row.call), { misses: 0, missingSince: null });
  t.is(await calls.markMissing(system, row.call, 61_000), 1);
});
