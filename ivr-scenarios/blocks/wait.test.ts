import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { playBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const wait: ScenarioDraft = scenarioOf({
  first: { type: 'wait', ms: 4_000, music: 'ko/system/music.wav', next: { done: 'say' } },
  say: playBlock('end'),
});
const waitUntil = (until: object): ScenarioDraft =>
  scenarioOf({
    first: {
      type: 'waitUntil',
      until: until as { time: string },
      maxMs: 60_000,
      next: { reached: 'say', tooLong: 'end' },
    },
    say: playBlock('end'),
  });

test('a wait plays its music until its instant, then stops it', (t) => {
  const call = driveCall(wait);
  t.like(call.verbs[0], { kind: 'music', prompt: { kind: 'file', path: 'ko/system/music.wav' } });
  t.is(call.last().deadlines.find(({ id }) => id === 'wait')?.dueAt, call.now() + 4_000);
  call.pass('wait');
  t.deepEqual(call.kinds(), ['music', 'stop', 'play']);
  t.is(call.steps()[0]?.outcome, 'done');
});

test('a channel that seems idle does not end a wait', (t) => {
  const call = driveCall(wait);
  t.deepEqual(call.take({ type: 'idle', at: call.now() + 3_000 }).verbs, []);
});

test('silence is music too', (t) => {
  const call = driveCall(scenarioOf({ first: { type: 'wait', ms: 4_000, next: { done: 'end' } } }));
  t.like(call.verbs[0], { kind: 'music', prompt: { kind: 'silence' } });
});

test('the instant is asked for first; then it is waited for', (t) => {
  const call = driveCall(waitUntil({ time: '09:00' }));
  t.like(call.verbs[0], { kind: 'nextInstant', until: { time: '09:00' } });
  call.take({ type: 'instant', dueAt: call.now() + 31_000 });
  t.deepEqual(call.kinds(), ['nextInstant', 'music']);
  call.pass('wait');
  t.is(call.now(), 1_000_000 + 31_000);
  t.is(call.steps()[0]?.outcome, 'reached');
});

for (const [name, dueAt, outcome] of [
  ['that is now', 1_001_000, 'reached'],
  ['that never comes', null, 'tooLong'],
  ['that is too far away', 1_001_000 + 60_001, 'tooLong'],
] as const) {
  test(`an instant ${name} is not waited for`, (t) => {
    const call = driveCall(waitUntil({ time: '09:00' }));
    call.take({ type: 'instant', dueAt });
    t.is(call.steps()[0]?.outcome, outcome);
    t.false(call.kinds().includes('music'));
  });
}

test('the calendar of the called number is named by the number', (t) => {
  t.like(driveCall(waitUntil({ opens: { of: 'number' } })).verbs[0], {
    until: { opens: { number: '15880000' } },
  });
});

test('an answer that was lost is asked for again', (t) => {
  const call = driveCall(waitUntil({ time: '09:00' }));
  call.take({ type: 'idle', at: call.now() + 5_000 });
  t.deepEqual(call.kinds(), ['nextInstant', 'nextInstant']);
});
