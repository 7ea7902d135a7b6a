import test from 'ava';
import { totalWon, usageRows, usageSums } from './usage-rows.ts';

const day = (date: string, kind: 'sms' | 'lms', quantity: number, won: number | null, tenant = 'a') => ({
  day: date,
  kind,
  quantity,
  won,
  tenant,
});
const DAYS = [
  day('2026-09-01', 'sms', 3, 93.6),
  day('2026-09-02', 'sms', 1, 31.2),
  day('2026-09-02', 'lms', 2, 100),
  day('2026-10-01', 'sms', 1, 31.2),
  day('2026-09-02', 'sms', 7, 70, 'b'),
];

test('days are summed into months, companies apart, the newest first', (t) => {
  const rows = usageRows(DAYS, 'month');
  t.deepEqual(
    rows.map(({ period, tenant, total }) => [period, tenant, total.won]),
    [
      ['2026-10', 'a', 31.2],
      ['2026-09', 'b', 70],
      ['2026-09', 'a', 224.8],
    ],
  );
  t.deepEqual(rows[2]?.kinds.get('sms'), { quantity: 4, won: 124.8 });
  t.is(usageRows(DAYS, 'day').length, 4);
});

test('where a price is missing the cost of its kind is unknown, and the total says that it is left out', (t) => {
  const sums = usageSums([...DAYS, day('2026-09-03', 'lms', 1, null), day('2026-09-04', 'lms', 1, 50)]);
  t.deepEqual(sums.get('lms'), { quantity: 4, won: null });
  t.deepEqual(totalWon(sums), { won: 226, partial: true });
  t.deepEqual(totalWon(usageSums([day('2026-09-03', 'lms', 1, null)])), { won: null, partial: true });
  t.deepEqual(totalWon(new Map()), { won: 0, partial: false });
});
