import test from 'ava';
import { inserted, placeOf } from './inserted.ts';

test('a piece goes where the cursor is, or over what is marked, and writing goes on behind it', (t) => {
  t.deepEqual(inserted('ab', 'XX', 1, 1), { text: 'aXXb', at: 3 });
  t.deepEqual(inserted('abc', 'X', 0, 3), { text: 'X', at: 1 });
});

test('a place is told by line and letter, a pair of surrogates being one letter', (t) => {
  t.deepEqual(placeOf('가나\n다', 0), { line: 1, column: 1 });
  t.deepEqual(placeOf('가나\n다', 4), { line: 2, column: 2 });
  t.deepEqual(placeOf('😀나', 2), { line: 1, column: 2 });
});
