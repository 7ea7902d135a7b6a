import test from 'ava';
import type { RecipientSheetView } from '../../../../../../contracts/api/messages.ts';
import type { Exclusion } from '../../../../../../contracts/message/kinds.ts';
import { exclusionsOf, rowsOf, withRow } from './sheet-rows.ts';

const line = (row: number, number: string, exclusion: Exclusion | null = null) => ({
  row,
  number,
  name: '',
  variables: {},
  changed: null,
  exclusion,
});
const sheet = (...rows: RecipientSheetView['rows']): RecipientSheetView => ({
  columns: [],
  rows,
  counts: { valid: 0, notANumber: 0, notMobile: 0, duplicate: 0, optedOut: 0, noConsent: 0 },
});

test('T12: a line is red until it is corrected or insisted on', (t) => {
  const read = rowsOf(sheet(line(2, '01012345678'), line(3, '02-345-6789', 'not-mobile'), line(4, '없음')));
  t.deepEqual(exclusionsOf(read), [null, 'not-mobile', 'not-a-number']);
  const corrected = withRow(withRow(read, 3, { override: true }), 4, { number: '010-2222-3333' });
  t.deepEqual(exclusionsOf(corrected), [null, null, null]);
  t.deepEqual(exclusionsOf(withRow(corrected, 4, { number: '010-1234-5678' })), [null, null, 'duplicate']);
});

test('an opt-out stays until the number is another one', (t) => {
  const read = rowsOf(sheet(line(2, '01012345678', 'opted-out')));
  t.deepEqual(exclusionsOf(withRow(read, 2, { override: true })), ['opted-out']);
  t.deepEqual(exclusionsOf(withRow(read, 2, { number: '01022223333' })), [null]);
});
