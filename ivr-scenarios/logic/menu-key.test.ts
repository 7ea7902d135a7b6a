import test from 'ava';
import { keysToCome, menuKeyOf } from './menu-key.ts';

const keys = { '1': 'one', '12': 'twelve', '2': 'two', '#': 'hash' };

for (const [typed, key] of [
  ['1', '1'],
  ['12', '12'],
  ['13', '1'],
  ['#', '#'],
  ['3', undefined],
  ['', undefined],
] as const) {
  test(`"${typed}" means ${key ?? 'nothing'}`, (t) => {
    t.is(menuKeyOf(keys, typed), key);
  });
}

for (const [typed, count] of [
  ['', 1],
  ['1', 1],
  ['2', 0],
  ['12', 0],
] as const) {
  test(`after "${typed}" ${count} more may come`, (t) => {
    t.is(keysToCome(keys, typed), count);
  });
}

test('keys of one length are read at once', (t) => {
  t.is(keysToCome({ '101': 'a', '102': 'b' }, ''), 3);
});
