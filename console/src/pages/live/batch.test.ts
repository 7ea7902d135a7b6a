import test from 'ava';
import { createBatch } from './batch.ts';

/** A clock moved by hand; frames come every 16 ms unless the tab is hidden. */
function handClock() {
  let now = 0;
  let hidden = false;
  let tasks: { at: number; frame: boolean; run: () => void }[] = [];
  const add = (at: number, frame: boolean, run: () => void) => {
    const task = { at, frame, run };
    tasks.push(task);
    return () => {
      tasks = tasks.filter((other) => other !== task);
    };
  };
  return {
    clock: {
      now: () => now,
      frame: (run: () => void) => add(Math.ceil((now + 1) / 16) * 16, true, run),
      after: (ms: number, run: () => void) => add(now + ms, false, run),
    },
    hide: () => {
      hidden = true;
    },
    pending: () => tasks.length,
    advance(ms: number): void {
      const end = now + ms;
      while (now < end) {
        now += 1;
        const due = tasks.filter((task) => task.at <= now && !(hidden && task.frame));
        for (const task of due) {
          if (!tasks.includes(task)) continue;
          tasks = tasks.filter((other) => other !== task);
          task.run();
        }
      }
    },
  };
}

test('what comes between two frames is handed over together, at most once each 200 ms', (t) => {
  const hand = handClock();
  const seen: number[][] = [];
  const batch = createBatch<number>({
    everyMs: 200,
    flush: (items) => seen.push([...items]),
    clock: hand.clock,
  });
  batch.add(1);
  batch.add(2);
  hand.advance(20);
  t.deepEqual(seen, [[1, 2]]);
  for (let item = 3; item < 23; item += 1) {
    batch.add(item);
    hand.advance(10);
  }
  hand.advance(400);
  t.deepEqual(
    seen.flat(),
    Array.from({ length: 22 }, (_, i) => i + 1),
  );
  t.true(seen.length <= 3, `${seen.length} pictures`);
  t.is(hand.pending(), 0);
});

test('a hidden tab has no frames: what waits is handed over all the same', (t) => {
  const hand = handClock();
  const seen: number[][] = [];
  const batch = createBatch<number>({
    everyMs: 200,
    flush: (items) => seen.push([...items]),
    clock: hand.clock,
  });
  hand.hide();
  batch.add(1);
  hand.advance(1_100);
  t.deepEqual(seen, [[1]]);
  batch.add(2);
  batch.stop();
  hand.advance(5_000);
  t.deepEqual(seen, [[1]]);
});
