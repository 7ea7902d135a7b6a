import test from 'ava';
import { auditQuery, readFilters, writeFilters } from './audit-filters.ts';

test('filters survive the address', (t) => {
  const address = 'from=2026-01-01&to=2026-01-31&action=user.&actor=api';
  t.is(writeFilters(readFilters(new URLSearchParams(address))).toString(), address);
});

test('what the api would refuse narrows nothing', (t) => {
  const read = readFilters(new URLSearchParams('from=2026-02-30&action=DROP&actor=%27%3B&to='));
  t.deepEqual(read, { from: null, to: null, action: null, actor: null });
});

test('the last day is in it to its end in Seoul', (t) => {
  const { from, to } = auditQuery(readFilters(new URLSearchParams('from=2026-01-01&to=2026-01-01')));
  t.is(from, '2026-01-01T00:00:00+09:00');
  t.is(to, '2026-01-02T00:00:00+09:00');
});
