import test from 'ava';
import fc from 'fast-check';
import { CalendarSettings } from '../../contracts/calendar/settings.ts';
import type { Hours } from '../../contracts/call/event.ts';
import { type DayHours, WEEKDAYS } from '../../contracts/scenario/calendar.ts';
import { clockChanges } from './local-time.ts';
import { nextTimeOfDay } from './next-instant.ts';
import { createPublicHolidays } from './public-holidays.ts';
import { hoursAt, verdictAt } from './verdict.ts';

/** With half hours, changes at midnight, both hemispheres, and one zone that has no summer time. */
const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Europe/Lisbon',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'Asia/Seoul',
];
const HOUR = 3_600_000;
const MINUTE = 60_000;
const none = createPublicHolidays([]);

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const dayHours: fc.Arbitrary<DayHours> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<DayHours>('holiday') },
  {
    weight: 5,
    arbitrary: fc
      .uniqueArray(fc.oneof(time, fc.constant('24:00')), { minLength: 4, maxLength: 4 })
      .map((times) => times.sort())
      .map(
        ([from = '', begins = '', ends = '', to = '']): DayHours => ({
          work: { from, to },
          lunch: { from: begins, to: ends },
        }),
      ),
  },
);
const weekly = fc
  .array(dayHours, { minLength: 7, maxLength: 7 })
  .map((days) => Object.fromEntries(WEEKDAYS.map((day, index) => [day, days[index]])));
const YEARS = { from: Date.UTC(2024, 0), to: Date.UTC(2030, 0) };
/** An instant within two days of a change of the clock, or any other where the zone has none. */
const moment = fc
  .tuple(fc.constantFrom(...ZONES), fc.nat(), fc.integer({ min: -48 * 60, max: 48 * 60 }))
  .map(([zone, which, minutes]) => {
    const changes = clockChanges(zone, YEARS.from, YEARS.to);
    const near = changes[which % Math.max(1, changes.length)] ?? YEARS.from + (which % 50_000) * HOUR;
    return { zone, at: near + minutes * MINUTE + (which % 2) * 59_999 };
  });

/** The same question answered by the formatter of the runtime, which shares no code with ours. */
function byFormatter(settings: CalendarSettings, at: number): Hours {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: settings.zone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const part = (type: string): string =>
    clock.formatToParts(at).find((one) => one.type === type)?.value ?? '';
  const day = settings.weekly[part('weekday').toLowerCase() as 'sun'];
  if (day === 'holiday') return 'holiday';
  const now = `${part('hour')}:${part('minute')}`;
  const within = (span: { from: string; to: string }): boolean => span.from <= now && now < span.to;
  if (!within(day.work)) return 'closed';
  return day.lunch !== undefined && within(day.lunch) ? 'lunch' : 'open';
}

test('in every zone the verdict is that of the clock on the wall, across gaps and hours that come twice', (t) => {
  fc.assert(
    fc.property(moment, weekly, ({ zone, at }, week) => {
      const settings = CalendarSettings.parse({ zone, enabled: true, weekly: week, subscribed: false });
      return hoursAt(settings, none, at) === byFormatter(settings, at);
    }),
    { numRuns: 1_000 },
  );
  t.pass();
});

test('nothing changes before the instant that is told as the next change, and at that one it does', (t) => {
  fc.assert(
    fc.property(moment, weekly, ({ zone, at }, week) => {
      const settings = CalendarSettings.parse({ zone, enabled: true, weekly: week, subscribed: false });
      const { verdict, until } = verdictAt(settings, none, at);
      if (until === null) return WEEKDAYS.every((day) => settings.weekly[day] === 'holiday');
      const steps = Math.min(Math.ceil((until - at) / (15 * MINUTE)), 300);
      for (let step = 0; step < steps; step += 1)
        if (byFormatter(settings, Math.min(at + step * 15 * MINUTE, until - 1)) !== verdict) return false;
      return byFormatter(settings, until - 1) === verdict && byFormatter(settings, until) !== verdict;
    }),
    { numRuns: 300 },
  );
  t.pass();
});

test('the next time of day shows on the clock, and is not skipped for a later one', (t) => {
  fc.assert(
    fc.property(moment, time, ({ zone, at }, wanted) => {
      const found = nextTimeOfDay(wanted, zone, at);
      return found >= at && found - at <= 26 * HOUR;
    }),
    { numRuns: 500 },
  );
  t.pass();
});

test('New York: the hour that comes twice is judged the same twice; the one left out never comes', (t) => {
  const early = { work: { from: '01:00', to: '02:00' } };
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, early]));
  const settings = CalendarSettings.parse({
    zone: 'America/New_York',
    enabled: true,
    weekly: week,
    subscribed: false,
  });
  const first = Date.parse('2026-11-01T05:30:00Z');
  t.is(hoursAt(settings, none, first), 'open');
  t.is(hoursAt(settings, none, first + HOUR), 'open');
  t.is(hoursAt(settings, none, first + 2 * HOUR), 'closed');
  t.is(verdictAt(settings, none, first).until, Date.parse('2026-11-01T07:00:00Z'), 'two hours in one');
  t.is(
    nextTimeOfDay('02:30', 'America/New_York', Date.parse('2026-03-08T06:00:00Z')),
    Date.parse('2026-03-08T07:30:00Z'),
  );
});

test('Apia: a date that was left out of the calendar stops nobody', (t) => {
  const work = { work: { from: '09:00', to: '18:00' } };
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, work]));
  const settings = CalendarSettings.parse({
    zone: 'Pacific/Apia',
    enabled: true,
    weekly: week,
    subscribed: false,
  });
  const evening = Date.parse('2011-12-29T18:00:00-10:00');
  t.is(verdictAt(settings, none, evening).until, Date.parse('2011-12-31T09:00:00+14:00'));
});
