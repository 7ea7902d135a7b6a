import test from 'ava';
import { connectBlock, playBlock, scenarioOf } from '../testing/blocks.ts';
import { type CallDriver, driveCall } from '../testing/call-driver.ts';

const ringing = (): CallDriver =>
  driveCall(
    scenarioOf({ first: connectBlock({ connected: 'after', failed: 'after' }), after: playBlock('end') }),
  );
const answered = (): CallDriver => {
  const call = ringing();
  call.take({ type: 'leg', verb: 1, state: 'answered' });
  return call;
};

test('dials and plays music; on answer stops it and bridges', (t) => {
  const call = answered();
  t.deepEqual(
    call.verbs.map(({ kind, verb }) => [verb, kind]),
    [
      [1, 'dial'],
      [2, 'music'],
      [3, 'stop'],
      [4, 'bridge'],
    ],
  );
  t.like(call.verbs[0], { target: { kind: 'extension', digits: '1001' }, ringMs: 25_000, expectMs: 25_000 });
  t.like(call.verbs[3], { dial: 1 });
});

test('goes on when the caller is parked again', (t) => {
  const call = answered();
  call.take({ type: 'bridged' });
  t.deepEqual(call.take({ type: 'leg', verb: 1, state: 'ended', cause: 'NORMAL_CLEARING' }).verbs, []);
  call.take({ type: 'unbridged' });
  t.deepEqual(call.kinds().slice(4), ['play']);
  t.is(call.steps()[0]?.outcome, 'connected');
});

for (const [cause, outcome] of [
  ['USER_BUSY', 'busy'],
  ['NO_ANSWER', 'noAnswer'],
  ['NO_USER_RESPONSE', 'noAnswer'],
  ['CALL_REJECTED', 'rejected'],
  ['UNALLOCATED_NUMBER', 'failed'],
  ['INVALID_GATEWAY', 'failed'],
] as const) {
  test(`a leg that ends with ${cause} is ${outcome}`, (t) => {
    const call = ringing();
    call.take({ type: 'leg', verb: 1, state: 'ringing' });
    call.take({ type: 'leg', verb: 1, state: 'ended', cause });
    t.is(call.steps()[0]?.outcome, outcome);
    t.is(call.kinds()[2], 'stop', 'the music is stopped');
  });
}

test('a leg of another dial changes nothing', (t) => {
  const call = ringing();
  t.deepEqual(call.take({ type: 'leg', verb: 9, state: 'answered' }).verbs, []);
});

test('a leg whose reports are lost is given up after its ring time', (t) => {
  const call = ringing();
  const due = call.last().deadlines.find((deadline) => deadline.id === 'ring');
  t.is(due?.dueAt, call.now() + 30_000);
  call.take({ type: 'deadline', deadline: 'ring', generation: due?.generation ?? 0 });
  t.deepEqual(call.kinds().slice(2), ['cancelDial', 'stop', 'hangup']);
  t.deepEqual(call.last().ended, { result: 'upstream', reason: 'no-answer' });
});

test('a deadline of an earlier generation is stale', (t) => {
  const call = ringing();
  t.deepEqual(call.take({ type: 'deadline', deadline: 'ring', generation: 0 }).verbs, []);
});

test('a leg that is gone before the bridge came about fails after a grace', (t) => {
  const call = answered();
  const { deadlines } = call.take({ type: 'leg', verb: 1, state: 'ended', cause: 'NORMAL_CLEARING' });
  const due = deadlines.find((deadline) => deadline.id === 'bridge');
  t.is(due?.dueAt, call.now() + 1_500);
  call.take({ type: 'deadline', deadline: 'bridge', generation: due?.generation ?? 0 });
  t.is(call.steps()[0]?.outcome, 'failed');
});

test('the end of a bridge that was missed is made good by the reconcile', (t) => {
  const call = answered();
  call.take({ type: 'bridged' });
  call.take({ type: 'idle', at: call.now() + 60_000 });
  t.is(call.steps()[0]?.outcome, 'connected');
  t.true(call.kinds().includes('cancelDial'), 'the far end is not left behind');
});

test('who hangs up while it rings leaves no leg behind', (t) => {
  const call = ringing();
  const { verbs, ended } = call.take({ type: 'hungUp', cause: 'ORIGINATOR_CANCEL', by: 'caller' });
  t.deepEqual(verbs, [{ kind: 'cancelDial', verb: 3, dial: 1 }]);
  t.deepEqual(ended, { result: 'client', reason: 'caller-hung-up' });
});

test('who hangs up after having talked was connected', (t) => {
  const call = answered();
  call.take({ type: 'bridged' });
  const { verbs, ended } = call.take({ type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'caller' });
  t.deepEqual(
    verbs.map((verb) => verb.kind),
    ['cancelDial'],
  );
  t.deepEqual(ended, { result: 'success', reason: 'connected' });
});

test('a second connect is not confused by the end of the first', (t) => {
  const call = driveCall(
    scenarioOf({ first: connectBlock({ connected: 'second' }), second: connectBlock() }),
  );
  call.take({ type: 'leg', verb: 1, state: 'answered' });
  call.take({ type: 'bridged', id: 'b1' });
  call.take({ type: 'unbridged', id: 'u1' });
  const dial = call.verbs.findLast((verb) => verb.kind === 'dial')?.verb ?? 0;
  call.take({ type: 'leg', verb: dial, state: 'answered' });
  t.deepEqual(call.take({ type: 'unbridged', id: 'u1' }).verbs, []);
  t.is(call.last().snapshot.connecting?.phase, 'bridging');
});
