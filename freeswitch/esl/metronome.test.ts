import test from 'ava';
import { createMetronome } from './metronome.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

function setUp(maxUnanswered = 1_000_000) {
  const clock = createVirtualClock();
  const at: number[] = [];
  const metronome = createMetronome({
    clock,
    intervalMs: 2,
    maxUnanswered,
    beat: () => at.push(clock.monotonic()),
  });
  return { clock, at, metronome };
}

test('it beats at its interval and makes up for timers that fire a little late', (t) => {
  const { clock, at, metronome } = setUp();
  metronome.start();
  clock.advance(4);
  clock.stall(1);
  clock.advance(1);
  clock.advance(0);
  t.deepEqual(at, [2, 4, 6]);
  // The beat due at 8 fires at 9; the next is due at 10 all the same.
  clock.stall(3);
  clock.advance(0);
  clock.advance(1);
  t.deepEqual(at, [2, 4, 6, 9, 10]);
});

test('a late loop makes it rest, longer each time, and it comes back', (t) => {
  const { clock, at, metronome } = setUp();
  metronome.start();
  clock.stall(50);
  clock.advance(0);
  t.deepEqual(at, []);
  clock.stall(50);
  clock.advance(0);
  t.is(metronome.counters().rests, 2);
  clock.advance(20);
  t.true(at.length > 0);
  t.is(metronome.counters().rests, 2);
});

test('beats that are not answered stop it, answers set it going again', (t) => {
  const { clock, at, metronome } = setUp(3);
  metronome.start();
  clock.advance(20);
  t.is(at.length, 3);
  t.is(metronome.counters().stalls, 7);
  t.true(metronome.answered());
  clock.advance(2);
  t.is(at.length, 4);
});

test('stopped, it is silent, sets no timer, and knows how long it ran', (t) => {
  const { clock, at, metronome } = setUp();
  metronome.start();
  metronome.start();
  clock.advance(10);
  metronome.stop();
  clock.advance(10);
  t.is(at.length, 5);
  t.is(clock.pending(), 0);
  t.is(metronome.counters().runMs, 10);
  for (let beat = 0; beat < 5; beat += 1) t.true(metronome.answered());
  t.false(metronome.answered());
});
