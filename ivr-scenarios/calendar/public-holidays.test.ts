import * as official from '@hyunbinseo/holidays-kr/all';
import test from 'ava';
import { computedHolidays } from './computed-holidays.ts';
import { weekdayOf } from './local-time.ts';
import { createPublicHolidays, OFFICIAL_YEARS, publicHolidaysOf } from './public-holidays.ts';

const LISTS: Record<string, Record<string, readonly string[]>> = official;
const YEARS = Array.from(
  { length: OFFICIAL_YEARS.last - OFFICIAL_YEARS.first + 1 },
  (_, index) => OFFICIAL_YEARS.first + index,
);

/** Elections and 임시공휴일: decided for one day, in no law about holidays. */
const ONE_OFF = [
  '2018-06-13', // local elections
  '2020-04-15', // parliament
  '2020-08-17', // 임시공휴일
  '2022-03-09', // president
  '2022-06-01', // local elections
  '2023-10-02', // 임시공휴일
  '2024-04-10', // parliament
  '2024-10-01', // 임시공휴일 (국군의 날)
  '2025-01-27', // 임시공휴일
  '2025-06-03', // president
  '2026-06-03', // local elections
];

for (const year of YEARS) {
  test(`holidays of ${year} equal the official list`, (t) => {
    const expected = Object.entries(LISTS[`y${year}`] ?? {});
    t.true(expected.length > 14);
    t.deepEqual(
      publicHolidaysOf(year, []),
      expected.map(([date, names]) => ({ date, name: names.join(' · '), source: 'official' })),
    );
  });

  test(`the rule of the law agrees with the list of ${year} but for one-off days`, (t) => {
    const list = Object.entries(LISTS[`y${year}`] ?? {}).filter(([date]) => !ONE_OFF.includes(date));
    t.deepEqual([...computedHolidays(year)], list);
  });
}

test('each one-off day stands in the official list', (t) => {
  for (const date of ONE_OFF) t.truthy(LISTS[`y${date.slice(0, 4)}`]?.[date], date);
});

test('a day of Chuseok that meets another holiday comes back (2028: Foundation Day)', (t) => {
  const days = computedHolidays(2028);
  t.deepEqual(days.get('2028-10-03'), ['개천절', '추석']);
  t.deepEqual(days.get('2028-10-05'), ['대체공휴일(추석)']);
});

test('two substitutes that meet take two days (2036: Foundation Day before Chuseok, whose last day is a Sunday)', (t) => {
  const days = computedHolidays(2036);
  t.deepEqual(days.get('2036-10-03'), ['개천절', '추석 전날']);
  t.is(weekdayOf('2036-10-05'), 'sun');
  t.deepEqual(days.get('2036-10-06'), ['대체공휴일(추석)']);
  t.deepEqual(days.get('2036-10-07'), ['대체공휴일(추석)']);
});

test('no substitute until 2050 falls on a weekend or on another holiday', (t) => {
  for (let year = 2028; year <= 2050; year += 1) {
    const days = computedHolidays(year);
    t.true(days.size >= 17, String(year));
    for (const [date, names] of days) {
      if (!names.some((name) => name.startsWith('대체'))) continue;
      t.is(names.length, 1);
      t.false(['sat', 'sun'].includes(weekdayOf(date)), date);
    }
  }
});

test('New Year and Memorial Day never come back', (t) => {
  for (let year = 2028; year <= 2050; year += 1) {
    const names = [...computedHolidays(year).values()].flat();
    t.false(names.some((name) => name.includes('현충일)') || name.includes('1월 1일)')));
  }
});

test('a declared day is one from the moment it is declared; a holiday keeps its own name', (t) => {
  const declared = [
    { date: '2029-04-11', name: '임시공휴일' },
    { date: '2029-12-25', name: 'another name' },
  ];
  t.is(createPublicHolidays([]).on('2029-04-11'), undefined);
  t.deepEqual(createPublicHolidays(declared).on('2029-04-11'), {
    date: '2029-04-11',
    name: '임시공휴일',
    source: 'declared',
  });
  t.like(createPublicHolidays(declared).on('2029-12-25'), { name: '기독탄신일', source: 'computed' });
  t.true(publicHolidaysOf(2029, declared).some(({ source }) => source === 'declared'));
});
