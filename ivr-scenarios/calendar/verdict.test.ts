import test from 'ava';
import { Calendar } from '../../contracts/scenario/calendar.ts';
import { DEFAULT_HOURS } from './default-hours.ts';
import { businessHoursVerdict } from './verdict.ts';

const WORKDAY = { work: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } };
const weekly = {
  sun: 'holiday',
  mon: WORKDAY,
  tue: WORKDAY,
  wed: WORKDAY,
  thu: WORKDAY,
  fri: { work: { from: '00:00', to: '24:00' } },
  sat: 'holiday',
};
const calendar = Calendar.parse({ zone: 'Asia/Seoul', weekly, holidays: ['2026-08-03', '2028-02-29'] });
/** An instant given as it is on the clock in Seoul. */
const at = (local: string): number => Date.parse(`${local}+09:00`);
const verdict = (local: string): string => businessHoursVerdict(calendar, at(local));

test('T19: open from 09:00:00 to just before 18:00:00', (t) => {
  t.is(verdict('2026-08-04T08:59:59.999'), 'closed');
  t.is(verdict('2026-08-04T09:00:00'), 'open');
  t.is(verdict('2026-08-04T17:59:59.999'), 'open');
  t.is(verdict('2026-08-04T18:00:00'), 'closed');
});

test('lunch begins at its first and ends before its last minute', (t) => {
  t.is(verdict('2026-08-04T11:59:59'), 'open');
  t.is(verdict('2026-08-04T12:00:00'), 'lunch');
  t.is(verdict('2026-08-04T12:59:59'), 'lunch');
  t.is(verdict('2026-08-04T13:00:00'), 'open');
});

test('a listed date is a holiday for the whole day in Seoul, not in UTC', (t) => {
  t.is(verdict('2026-08-02T23:59:59'), 'holiday', 'a Sunday');
  t.is(verdict('2026-08-03T00:00:00'), 'holiday');
  t.is(verdict('2026-08-03T23:59:59'), 'holiday');
  t.is(verdict('2026-08-04T00:00:00'), 'closed');
  t.is(verdict('2028-02-29T10:00:00'), 'holiday');
  t.is(verdict('2027-08-03T10:00:00'), 'open', 'full dates do not roll over to the next year');
});

test('a weekday marked as a day off is a holiday', (t) => {
  t.is(verdict('2026-08-08T10:00:00'), 'holiday');
});

test('a day may be open around the clock', (t) => {
  t.is(verdict('2026-08-07T00:00:00'), 'open');
  t.is(verdict('2026-08-07T23:59:59'), 'open');
});

test('without own settings: weekdays 09–18, no lunch, public holidays not applied', (t) => {
  t.is(businessHoursVerdict(DEFAULT_HOURS, at('2026-01-01T12:30:00')), 'open');
  t.is(businessHoursVerdict(DEFAULT_HOURS, at('2026-01-03T12:30:00')), 'holiday');
});

test('another time zone is refused with a reason instead of being computed wrongly', (t) => {
  const result = Calendar.safeParse({ zone: 'Europe/Berlin', weekly });
  t.regex(result.error?.issues[0]?.message ?? '', /only the time zone Asia\/Seoul/);
});

test('hours that end before they begin are refused', (t) => {
  const backwards = { ...weekly, mon: { work: { from: '18:00', to: '09:00' } } };
  t.false(Calendar.safeParse({ zone: 'Asia/Seoul', weekly: backwards }).success);
});
