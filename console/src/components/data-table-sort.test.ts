import test from 'ava';
import { nextSorting, sorted } from './data-table-sort.ts';

const columns = [{ key: 'name', sortBy: (row: { name: string | null }) => row.name }];
const rows = ['나', null, '가', 'B2', 'B10'].map((name) => ({ name }));
const names = (list: readonly { name: string | null }[]): unknown[] => list.map(({ name }) => name);

test('a heading goes from unsorted to up, down and back', (t) => {
  const up = nextSorting(null, 'name');
  const down = nextSorting(up, 'name');
  t.deepEqual([up?.descending, down?.descending, nextSorting(down, 'name')], [false, true, null]);
  t.deepEqual(nextSorting(down, 'other'), { key: 'other', descending: false });
});

test('numbers in words sort by value, rows without a value come last in both directions', (t) => {
  t.deepEqual(names(sorted(rows, columns, { key: 'name', descending: false })), [
    '가',
    '나',
    'B2',
    'B10',
    null,
  ]);
  t.deepEqual(names(sorted(rows, columns, { key: 'name', descending: true })), [
    'B10',
    'B2',
    '나',
    '가',
    null,
  ]);
});

test('without a choice, or by a column that does not sort, rows stay as they came', (t) => {
  t.is(sorted(rows, columns, null), rows);
  t.is(sorted(rows, columns, { key: 'gone', descending: false }), rows);
});
