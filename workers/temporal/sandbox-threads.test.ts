import test from 'ava';
import { createStuckWatch } from './sandbox-threads.ts';

const looks = (watch: ReturnType<typeof createStuckWatch>, times: number): boolean[] =>
  Array.from({ length: times }, () => watch.look());

test('a thread that owes an answer and gives none is stuck after six looks', (t) => {
  const watch = createStuckWatch();
  watch.asked();
  t.deepEqual(looks(watch, 6), [false, false, false, false, false, true]);
});

test('a busy thread that goes on answering is not stuck, nor is an idle one', (t) => {
  const watch = createStuckWatch();
  t.false(looks(watch, 20).includes(true));
  watch.asked();
  for (let answered = 0; answered < 20; answered += 1) {
    watch.asked();
    watch.answered();
    t.false(watch.look());
  }
});

test('time in which nobody looked does not count: a process that was suspended', (t) => {
  const watch = createStuckWatch();
  watch.asked();
  t.false(watch.look());
  watch.answered();
  t.false(looks(watch, 20).includes(true));
});
