import { z } from 'zod';
import type { HoursTodayView } from '../../contracts/api/numbers.ts';
import { Calendar, WEEKDAYS } from '../../contracts/scenario/calendar.ts';
import type { NumberParts } from './number-parts.ts';

const Calendars = z.record(z.string(), Calendar);

/** The date on a zone's clock, `YYYY-MM-DD` as Swedish writes it. */
const dateIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));

const weekdayOf = (date: string): (typeof WEEKDAYS)[number] =>
  WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun';

const written = ({ from, to }: { from: string; to: string }): string => `${from}–${to}`;

/** Takes the calendars of a published version; returns today's hours by each, and what they say at this instant, ms. */
export function hoursToday(
  calendars: unknown,
  at: number,
  hoursVerdict: NumberParts['hoursVerdict'],
): HoursTodayView[] {
  // Checked when it was published; a shape that a later release no longer reads shows no hours instead of failing.
  const read = Calendars.safeParse(calendars ?? {});
  if (!read.success) return [];
  return Object.entries(read.data).map(([calendar, { weekly, holidays, zone }]) => {
    const today = dateIn(zone, at);
    const day = holidays.includes(today) ? 'holiday' : weekly[weekdayOf(today)];
    const verdict = hoursVerdict({ weekly, holidays, zone }, at);
    if (day === 'holiday') return { calendar, verdict, work: null, lunch: null };
    return {
      calendar,
      verdict,
      work: written(day.work),
      lunch: day.lunch === undefined ? null : written(day.lunch),
    };
  });
}
