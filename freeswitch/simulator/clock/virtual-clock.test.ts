import test from 'ava';
import { createVirtualClock } from './virtual-clock.ts';

test('timers run in the order of their times, and in the order of their making when these are equal', (t) => {
  const clock = createVirtualClock(0);
  const seen: string[] = [];
  clock.after(20, () => seen.push('b'));
  clock.after(10, () => seen.push('a'));
  clock.after(20, () => seen.push('c'));
  clock.advance(20);
  t.deepEqual(seen, ['a', 'b', 'c']);
});

test('a timer set by a timer runs in the same advance when it is due, and sees its own time', (t) => {
  const clock = createVirtualClock(0);
  const seen: number[] = [];
  clock.after(10, () => clock.after(5, () => seen.push(clock.now())));
  clock.advance(100);
  t.deepEqual(seen, [15]);
  t.is(clock.now(), 100);
});

test('a cancelled timer does not run', (t) => {
  const clock = createVirtualClock(0);
  clock.after(10, () => t.fail())();
  clock.advance(50);
  t.is(clock.nextTimer(), Number.POSITIVE_INFINITY);
});
