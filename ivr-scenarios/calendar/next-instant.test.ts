import test from 'ava';
import { CalendarSettings } from '../../contracts/calendar/settings.ts';
import { explainHours } from './explain.ts';
import { nextOpening, nextTimeOfDay } from './next-instant.ts';
import { createPublicHolidays } from './public-holidays.ts';

const WORKDAY = { work: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } };
const weekly = {
  sun: 'holiday',
  mon: WORKDAY,
  tue: WORKDAY,
  wed: WORKDAY,
  thu: WORKDAY,
  fri: WORKDAY,
  sat: 'holiday',
};
const settings = CalendarSettings.parse({ enabled: true, weekly, subscribed: true });
const none = createPublicHolidays([]);
const at = (local: string): number => Date.parse(`${local}+09:00`);
const opens = (local: string): number | null => nextOpening(settings, none, at(local));

test('whoever waits until it opens waits for lunch, the night, the weekend and the holidays to end', (t) => {
  t.is(opens('2026-08-04T12:30:00'), at('2026-08-04T13:00:00'));
  t.is(opens('2026-08-04T18:00:00'), at('2026-08-05T09:00:00'));
  t.is(opens('2026-08-07T20:00:00'), at('2026-08-10T09:00:00'));
  t.is(opens('2026-09-23T18:00:00'), at('2026-09-28T09:00:00'), 'Chuseok');
});

test('while it is open the wait is over at once', (t) => {
  t.is(opens('2026-08-04T10:00:00'), at('2026-08-04T10:00:00'));
});

test('hours that never open have no next opening', (t) => {
  const off = Object.fromEntries(Object.keys(weekly).map((day) => [day, 'holiday']));
  const closed = CalendarSettings.parse({ enabled: true, weekly: off, subscribed: false });
  t.is(nextOpening(closed, none, at('2026-08-04T10:00:00')), null);
});

test('a lunch as long as the work leaves nothing open, and that is found out without walking through the year', (t) => {
  const never = { work: { from: '09:00', to: '18:00' }, lunch: { from: '09:00', to: '18:00' } };
  const days = Object.fromEntries(Object.keys(weekly).map((day) => [day, never]));
  const eaten = CalendarSettings.parse({ enabled: true, weekly: days, subscribed: false });
  t.is(nextOpening(eaten, none, at('2026-08-04T10:00:00')), null);
});

test('the next time of day is today or tomorrow, and this instant when it is that time', (t) => {
  t.is(nextTimeOfDay('09:00', 'Asia/Seoul', at('2026-08-04T08:00:00')), at('2026-08-04T09:00:00'));
  t.is(nextTimeOfDay('09:00', 'Asia/Seoul', at('2026-08-04T09:00:00')), at('2026-08-04T09:00:00'));
  t.is(nextTimeOfDay('09:00', 'Asia/Seoul', at('2026-08-04T09:00:00') + 1), at('2026-08-05T09:00:00'));
  t.is(nextTimeOfDay('00:00', 'Asia/Seoul', at('2026-12-31T23:59:59')), at('2027-01-01T00:00:00'));
});

test('the explanation says the time on the clock, the reason and the fortnight from that day on', (t) => {
  const told = explainHours(settings, none, at('2026-12-24T18:00:00'));
  t.like(told, {
    local: '2026-12-24 18:00:00',
    verdict: 'closed',
    until: '2026-12-24T15:00:00.000Z',
    opens: '2026-12-28T00:00:00.000Z',
  });
  t.is(told.days.length, 14);
  t.like(told.days[1], { date: '2026-12-25', weekday: 'fri', why: { name: '기독탄신일' } });
  t.deepEqual(told.days[0]?.stretches, [
    { from: '00:00', to: '09:00', verdict: 'closed' },
    { from: '09:00', to: '12:00', verdict: 'open' },
    { from: '12:00', to: '13:00', verdict: 'lunch' },
    { from: '13:00', to: '18:00', verdict: 'open' },
    { from: '18:00', to: '24:00', verdict: 'closed' },
  ]);
});
