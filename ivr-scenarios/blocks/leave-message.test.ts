import test from 'ava';
import { playBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { type CallDriver, driveCall } from '../testing/call-driver.ts';

const begin = (more: object = {}): CallDriver =>
  driveCall(
    scenarioOf({
      first: {
        type: 'leaveMessage',
        prompts: [SAID],
        maxMs: 60_000,
        next: { recorded: 'bye', empty: 'bye', failed: 'bye' },
        ...more,
      },
      bye: playBlock('end'),
    }),
  );

test('prompt and beep are one sound, the recording follows when it is over', (t) => {
  const call = begin();
  t.like(call.verbs[0], {
    kind: 'play',
    prompts: [
      { kind: 'file', path: SAID },
      { kind: 'tone', name: 'beep' },
    ],
  });
  call.take({ type: 'played', result: 'completed' });
  t.deepEqual(call.verbs[1], {
    kind: 'record',
    verb: 2,
    maxMs: 60_000,
    silenceMs: 5_000,
    terminators: '#',
    expectMs: 60_000,
  });
});

test('without a beep there is none', (t) => {
  t.like(begin({ beep: false }).verbs[0], { prompts: [{ kind: 'file', path: SAID }] });
});

for (const [result, outcome] of [
  ['recorded', { result: 'success', reason: 'message-left' }],
  ['empty', { result: 'client', reason: 'caller-hung-up' }],
  ['failed', { result: 'client', reason: 'caller-hung-up' }],
] as const) {
  test(`a recording that is ${result} leaves by ${result}`, (t) => {
    const call = begin();
    call.take({ type: 'played', result: 'completed' });
    call.take({ type: 'recorded', result, ms: 1_000, file: '/var/recordings/m.wav' });
    t.is(call.steps()[0]?.outcome, result);
    t.is(call.steps()[0]?.recording, result === 'recorded' ? 'm.wav' : undefined);
    t.deepEqual(call.take({ type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'caller' }).ended, outcome);
  });
}

test('a prompt that is missing does not keep anyone from leaving a message', (t) => {
  const call = begin();
  call.take({ type: 'played', result: 'missing' });
  call.take({ type: 'played', result: 'completed' });
  t.deepEqual(call.kinds(), ['play', 'play', 'record'], 'the engine said that something is missing');
});
