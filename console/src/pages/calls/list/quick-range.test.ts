import test from 'ava';
import { asDay, daysOf, instantsOf } from './quick-range.ts';

/** 2026-03-01 00:30 in Seoul: still February in UTC. */
const NIGHT = Date.parse('2026-02-28T15:30:00.000Z');

test('days are those of Seoul', (t) => {
  t.deepEqual(daysOf('today', NIGHT), { from: '2026-03-01', to: '2026-03-01' });
  t.deepEqual(daysOf('yesterday', NIGHT), { from: '2026-02-28', to: '2026-02-28' });
  t.deepEqual(daysOf('week', NIGHT), { from: '2026-02-23', to: '2026-03-01' });
  t.deepEqual(daysOf('month', NIGHT), { from: '2026-03-01', to: '2026-03-01' });
  t.deepEqual(daysOf('all', NIGHT), { from: null, to: null });
});

test('the last day is in the range to its end, over the end of a month and a year', (t) => {
  t.deepEqual(instantsOf({ from: '2026-12-31', to: '2026-12-31' }), {
    from: '2026-12-31T00:00:00+09:00',
    to: '2027-01-01T00:00:00+09:00',
  });
});

test('a day that is not in the calendar is none', (t) => {
  t.is(asDay('2026-02-28'), '2026-02-28');
  for (const wrong of ['2026-02-30', '2026-13-01', '2026-2-3', '', 'x', null]) t.is(asDay(wrong), null);
});
