import test from 'ava';
import { menuKeyOf } from './menu-key.ts';

const keys = { '1': 'one', '12': 'twelve', '2': 'two', '#': 'hash' };

for (const [typed, key] of [
  ['1', '1'],
  ['12', '12'],
  ['13', '1'],
  ['21', '2'],
  ['#', '#'],
  ['3', undefined],
  ['', undefined],
] as const) {
  test(`"${typed}" means ${key ?? 'nothing'}`, (t) => {
    t.is(menuKeyOf(keys, typed), key);
  });
}
