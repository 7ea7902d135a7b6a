import test from 'ava';
import { CalendarSettings } from '../../contracts/calendar/settings.ts';
import { Calendar } from '../../contracts/scenario/calendar.ts';
import { DEFAULT_HOURS } from './default-hours.ts';
import { createPublicHolidays } from './public-holidays.ts';
import { businessHoursVerdict, hoursAt, verdictAt } from './verdict.ts';

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
const embedded = Calendar.parse({ zone: 'Asia/Seoul', weekly, holidays: ['2026-08-03', '2028-02-29'] });
const settings = CalendarSettings.parse({ enabled: true, weekly, subscribed: true });
const none = createPublicHolidays([]);
/** An instant given as it is on the clock in Seoul. */
const at = (local: string): number => Date.parse(`${local}+09:00`);
const iso = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms + 9 * 3_600_000).toISOString().slice(0, 19);
const verdict = (local: string): string => businessHoursVerdict(embedded, at(local));
const asked = (local: string, given: Partial<CalendarSettings> = {}, holidays = none) =>
  verdictAt({ ...settings, ...given }, holidays, at(local));

test('T19: open from 09:00:00 to just before 18:00:00', (t) => {
  t.is(verdict('2026-08-04T08:59:59.999'), 'closed');
  t.is(verdict('2026-08-04T09:00:00'), 'open');
  t.is(verdict('2026-08-04T17:59:59.999'), 'open');
  t.is(verdict('2026-08-04T18:00:00'), 'closed');
  t.is(asked('2026-08-04T17:59:59').verdict, 'open');
  t.is(asked('2026-08-04T18:00:00').verdict, 'closed');
});

test('T19: lunch begins at its first second and ends before its last', (t) => {
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

test('T19: a weekday marked as a day off is a holiday', (t) => {
  t.is(verdict('2026-08-08T10:00:00'), 'holiday');
  t.like(asked('2026-08-08T10:00:00').why, { rule: 'weekly', weekday: 'sat', hours: 'holiday' });
});

test('a day may be open around the clock', (t) => {
  t.is(verdict('2026-08-07T00:00:00'), 'open');
  t.is(verdict('2026-08-07T23:59:59'), 'open');
});

test('A18: off means weekdays 09–18, no lunch, holidays not applied, whatever else is set', (t) => {
  t.is(hoursAt(DEFAULT_HOURS, none, at('2026-01-01T12:30:00')), 'open');
  t.is(hoursAt(DEFAULT_HOURS, none, at('2026-01-03T12:30:00')), 'holiday');
  const added = [{ date: '2026-08-04', name: '창립기념일' }];
  const exceptions = [{ date: '2026-08-04', name: '재고 조사', hours: 'holiday' as const }];
  const off = asked('2026-08-04T12:30:00', { enabled: false, added, exceptions });
  t.is(off.verdict, 'open');
  t.like(off.why, { rule: 'off', hours: { work: { from: '09:00', to: '18:00' } } });
  t.is(iso(off.until), '2026-08-04T18:00:00');
});

test('T19: a public holiday closes while it is subscribed to, and says its name', (t) => {
  const chuseok = asked('2026-09-25T10:00:00');
  t.is(chuseok.verdict, 'holiday');
  t.like(chuseok.why, { rule: 'publicHoliday', date: '2026-09-25', name: '추석', source: 'official' });
  t.is(asked('2026-09-25T10:00:00', { subscribed: false }).verdict, 'open');
});

test('A19: next year is in by itself, and so are years that no list has', (t) => {
  t.like(asked('2027-02-09T10:00:00').why, { name: '대체공휴일(설날)', source: 'official' });
  t.like(asked('2031-01-23T10:00:00').why, { name: '설날', source: 'computed' });
});

test('A19: a holiday declared at short notice is in; own additions and removals stay', (t) => {
  const own = { added: [{ date: '2026-11-03', name: '창립기념일' }], removed: ['2026-05-01'] };
  const declared = createPublicHolidays([{ date: '2026-11-02', name: '임시공휴일' }]);
  t.is(asked('2026-11-02T10:00:00', own).verdict, 'open', 'before it is declared');
  t.like(asked('2026-11-02T10:00:00', own, declared).why, { name: '임시공휴일', source: 'declared' });
  for (const holidays of [none, declared]) {
    t.like(asked('2026-11-03T10:00:00', own, holidays).why, { rule: 'addedHoliday', name: '창립기념일' });
    t.is(
      asked('2026-05-01T10:00:00', own, holidays).verdict,
      'open',
      'removed: the office works on that day',
    );
  }
  t.is(asked('2026-11-02T10:00:00', { ...own, removed: ['2026-11-02'] }, declared).verdict, 'open');
});

test('an exception beats an own holiday, that beats a public one, and each beats the weekday', (t) => {
  const date = '2026-12-25';
  const exceptions = [{ date, name: '성탄 특별 근무', hours: { work: { from: '10:00', to: '15:00' } } }];
  const added = [{ date, name: '연말 휴무' }];
  const why = (given: Partial<CalendarSettings>) => asked(`${date}T10:00:00`, given).why.rule;
  t.is(why({ exceptions, added }), 'exception');
  t.is(why({ added }), 'addedHoliday');
  t.is(why({}), 'publicHoliday');
  t.is(why({ subscribed: false }), 'weekly');
  t.is(asked(`${date}T10:00:00`, { exceptions, added }).verdict, 'open');
  t.is(asked(`${date}T15:00:00`, { exceptions, added }).verdict, 'closed');
});

test('the next change is the end of the stretch, of the lunch, of the night, of the holidays', (t) => {
  const until = (local: string): string | null => iso(asked(local).until);
  t.is(until('2026-08-04T09:00:00'), '2026-08-04T12:00:00');
  t.is(until('2026-08-04T12:30:00'), '2026-08-04T13:00:00');
  t.is(until('2026-08-04T18:00:00'), '2026-08-05T09:00:00');
  t.is(until('2026-09-23T18:00:00'), '2026-09-24T00:00:00', 'Chuseok begins');
  t.is(until('2026-09-24T10:00:00'), '2026-09-28T00:00:00', 'Chuseok and the weekend after it');
});

test('hours that never change have no next change', (t) => {
  const always = { work: { from: '00:00', to: '24:00' } };
  const open = Object.fromEntries(Object.keys(weekly).map((day) => [day, always]));
  const given = CalendarSettings.parse({ enabled: true, weekly: open, subscribed: false });
  t.deepEqual(verdictAt(given, none, at('2026-08-04T10:00:00')).until, null);
});

test('a lunch break that reaches beyond the working hours ends with them', (t) => {
  const odd = { work: { from: '13:00', to: '18:00' }, lunch: { from: '12:00', to: '14:00' } };
  const given = { weekly: { ...settings.weekly, tue: odd } };
  const verdicts = ['12:30', '13:30', '14:00'].map((time) => asked(`2026-08-04T${time}:00`, given).verdict);
  t.deepEqual(verdicts, ['closed', 'lunch', 'open']);
});

test('settings that make no sense are refused', (t) => {
  const backwards = { ...weekly, mon: { work: { from: '18:00', to: '09:00' } } };
  t.false(Calendar.safeParse({ zone: 'Asia/Seoul', weekly: backwards }).success);
  for (const zone of ['Mars/Phobos', '+09:00', 'Asia/Seoul; drop', ''])
    t.false(Calendar.safeParse({ zone, weekly }).success, zone);
  const twice = [
    { date: '2026-11-03', name: 'a' },
    { date: '2026-11-03', name: 'b' },
  ];
  t.false(CalendarSettings.safeParse({ ...settings, added: twice }).success);
  t.false(CalendarSettings.safeParse({ ...settings, removed: ['2026-02-30'] }).success);
});
