import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { playBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { type CallDriver, driveCall } from '../testing/call-driver.ts';

const FAILED = { busy: 'say', noAnswer: 'say', rejected: 'say', failed: 'say' };
const target = { kind: 'extension', digits: '1001' } as const;
const calling = (first: ScenarioDraft['blocks'][string]): CallDriver =>
  driveCall(scenarioOf({ first, say: playBlock('end') }));
const blind = (): CallDriver => calling({ type: 'transfer', mode: 'blind', target, next: FAILED });
const attended = (): CallDriver =>
  calling({
    type: 'transfer',
    mode: 'attended',
    target,
    announce: [SAID],
    acceptKey: '5',
    next: { ...FAILED, declined: 'say' },
  });

test('after the talk the call is over', (t) => {
  const call = blind();
  call.take({ type: 'leg', verb: 1, state: 'answered' });
  call.take({ type: 'bridged' });
  call.take({ type: 'leg', verb: 1, state: 'ended' });
  call.take({ type: 'unbridged' });
  t.deepEqual(call.kinds(), ['dial', 'music', 'stop', 'bridge', 'hangup']);
  t.deepEqual(call.last().ended, { result: 'success', reason: 'connected' });
  t.is(call.steps()[0]?.outcome, 'connected');
});

test('who is not reached leaves the caller in the scenario', (t) => {
  const call = blind();
  call.take({ type: 'leg', verb: 1, state: 'ended', cause: 'USER_BUSY' });
  t.is(call.steps()[0]?.outcome, 'busy');
  t.is(call.kinds().at(-1), 'play');
});

test('attended: the far end is asked first, and has time for it', (t) => {
  const call = attended();
  t.like(call.verbs[0], {
    kind: 'dial',
    accept: { key: '5', prompts: [{ kind: 'file', path: SAID }] },
  });
  const verb = call.verbs[0];
  const expectMs = verb?.kind === 'dial' ? verb.expectMs : 0;
  t.true(expectMs > 25_000 + 10_000);
  t.is(call.last().deadlines.find(({ id }) => id === 'ring')?.dueAt, call.now() + expectMs + 5_000);
});

for (const [cause, outcome] of [
  ['DECLINED', 'declined'],
  ['NORMAL_CLEARING', 'declined'],
  ['NO_ANSWER', 'noAnswer'],
  ['CALL_REJECTED', 'rejected'],
] as const) {
  test(`attended: a leg that ends with ${cause} is ${outcome}`, (t) => {
    const call = attended();
    call.take({ type: 'leg', verb: 1, state: 'ended', cause });
    t.is(call.steps()[0]?.outcome, outcome);
  });
}

test('who hangs up during the talk was connected', (t) => {
  const call = blind();
  call.take({ type: 'leg', verb: 1, state: 'answered' });
  call.take({ type: 'bridged' });
  const { ended } = call.take({ type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'caller' });
  t.deepEqual(ended, { result: 'success', reason: 'connected' });
});
