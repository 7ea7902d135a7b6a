import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { NodeName } from '../../contracts/ids.ts';
import { digits, newCallId, nodeA, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { NewDialAttempt } from './dial-attempts.ts';
import { DEMO_TENANT } from './tenants.ts';

const db = useTestDatabase(test, { poolMax: 10 });

const sample = (different: Partial<NewDialAttempt> = {}): NewDialAttempt => ({
  leg: newCallId(),
  call: newCallId(),
  verb: 3,
  target: { kind: 'phone', digits: digits('07012345678') },
  node: nodeA,
  ...different,
});

test('a verb dials one leg: whoever plans it again is given the first', async (t) => {
  const { dialAttempts } = db().repositories;
  const attempt = sample();
  const first = await dialAttempts.plan(system, attempt);
  t.like(first, { leg: attempt.leg, state: 'planned', target: attempt.target, sentAt: null });
  const again = await dialAttempts.plan(system, { ...attempt, leg: newCallId() });
  t.is(again.leg, attempt.leg);
  t.is((await dialAttempts.ofCall(system, attempt.call)).length, 1);
});

test('a leg that is another call’s is refused', async (t) => {
  const { dialAttempts } = db().repositories;
  const attempt = sample();
  await dialAttempts.plan(system, attempt);
  await t.throwsAsync(dialAttempts.plan(system, sample({ leg: attempt.leg })), { message: /another call/ });
});

test('of fifty that want to send, one may', async (t) => {
  const { dialAttempts } = db().repositories;
  const { leg } = await dialAttempts.plan(system, sample());
  const claims = await Promise.all(Array.from({ length: 50 }, () => dialAttempts.claimSend(system, leg)));
  t.is(claims.filter(Boolean).length, 1);
  t.is((await dialAttempts.get(system, leg))?.state, 'sent');
  t.false(await dialAttempts.claimSend(system, newCallId()), 'nothing planned');
});

test('a settled leg can never be sent again', async (t) => {
  const { dialAttempts } = db().repositories;
  for (const state of ['answered', 'ended', 'unknown'] as const) {
    const { leg } = await dialAttempts.plan(system, sample());
    t.true(await dialAttempts.claimSend(system, leg));
    t.is((await dialAttempts.settle(system, leg, { state }))?.state, state);
    t.false(await dialAttempts.claimSend(system, leg), state);
  }
});

test('a leg ends once: what is said later changes nothing', async (t) => {
  const { dialAttempts } = db().repositories;
  const { leg } = await dialAttempts.plan(system, sample());
  await dialAttempts.claimSend(system, leg);
  t.is((await dialAttempts.settle(system, leg, { state: 'unknown' }))?.state, 'unknown');
  t.is((await dialAttempts.settle(system, leg, { state: 'answered' }))?.state, 'answered');
  t.is((await dialAttempts.settle(system, leg, { state: 'unknown' }))?.state, 'answered');
  const ended = await dialAttempts.settle(system, leg, { state: 'ended', cause: 'NORMAL_CLEARING' });
  t.like(ended, { state: 'ended', cause: 'NORMAL_CLEARING' });
  t.deepEqual(await dialAttempts.settle(system, leg, { state: 'answered' }), ended);
  t.deepEqual(await dialAttempts.settle(system, leg, { state: 'ended', cause: 'USER_BUSY' }), ended);
});

test('an attempt that was never sent can be called off, but not be answered', async (t) => {
  const { dialAttempts } = db().repositories;
  const { leg } = await dialAttempts.plan(system, sample());
  t.is((await dialAttempts.settle(system, leg, { state: 'answered' }))?.state, 'planned');
  t.is((await dialAttempts.settle(system, leg, { state: 'ended' }))?.state, 'ended');
  t.false(await dialAttempts.claimSend(system, leg));
  t.is(await dialAttempts.settle(system, newCallId(), { state: 'ended' }), undefined);
});

test('open on a node is what was sent there and has not ended', async (t) => {
  const { dialAttempts } = db().repositories;
  const node = NodeName.parse('node-open');
  const open = async () => (await dialAttempts.openOnNode(system, node)).map(({ leg }) => leg);
  const plan = async () => (await dialAttempts.plan(system, sample({ node }))).leg;
  await dialAttempts.claimSend(system, (await dialAttempts.plan(system, sample())).leg);
  const leg = await plan();
  t.deepEqual(await open(), [], 'only planned');
  await dialAttempts.claimSend(system, leg);
  t.deepEqual(await open(), [leg]);
  await dialAttempts.settle(system, leg, { state: 'answered' });
  t.deepEqual(await open(), [leg]);
  await dialAttempts.settle(system, leg, { state: 'ended' });
  t.deepEqual(await open(), []);
});

test('who asks for the open legs finds them by their index', async (t) => {
  const { knex } = db().database;
  const rows = await knex.transaction(async (trx): Promise<unknown> => {
    await trx.raw('set local enable_seqscan = off');
    const explained = await trx.raw<{ rows: unknown[] }>(
      "explain (costs off) select leg from dial_attempts where node = ? and state in ('sent', 'answered')",
      ['node-open'],
    );
    return explained.rows;
  });
  t.regex(JSON.stringify(rows), /dial_attempts_open_index/);
});

test('open legs are for our own processes only', async (t) => {
  const user: Actor = { kind: 'user', user: randomUUID(), tenant: DEMO_TENANT, role: 'company-admin' };
  await t.throwsAsync(db().repositories.dialAttempts.openOnNode(user, nodeA), { message: /no such/ });
});
