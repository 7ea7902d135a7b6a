import test from 'ava';
import { digits, newCallId, nodeA, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { NewDialAttempt } from './dial-attempts.ts';

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
