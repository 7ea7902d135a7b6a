import test from 'ava';
import fc from 'fast-check';
import { beginHistory, changed, redone, TOGETHER_MS, undone } from './history.ts';

test('letters of one word are one step; a pause or another field begins a new one', (t) => {
  let history = beginHistory('');
  history = changed(history, 'a', 'label', 0);
  history = changed(history, 'ab', 'label', 100);
  t.is(undone(history).present, '');
  history = changed(history, 'abc', 'label', 100 + TOGETHER_MS + 1);
  t.is(undone(history).present, 'ab');
  history = changed(history, 'abcd', 'other', 100 + TOGETHER_MS + 2);
  t.is(undone(history).present, 'abc');
});

test('what is undone can be done again, until something else is changed', (t) => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 30 }), fc.nat(30), (values, back) => {
      let history = beginHistory(-1);
      const states = [-1];
      for (const value of values) {
        history = changed(history, value, null, 0);
        if (states.at(-1) !== value) states.push(value);
      }
      const steps = Math.min(back, states.length - 1);
      for (let step = 0; step < steps; step += 1) history = undone(history);
      t.true(history.present === states[states.length - 1 - steps]);
      for (let step = 0; step < steps; step += 1) history = redone(history);
      t.true(history.present === states.at(-1));
    }),
  );
  t.deepEqual(changed(undone(changed(beginHistory(0), 1, null, 0)), 2, null, 0).future, []);
});
