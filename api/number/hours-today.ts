import { z } from 'zod';
import type { HoursTodayView } from '../../contracts/api/numbers.ts';
import { Calendar, WEEKDAYS } from '../../contracts/scenario/calendar.ts';
import type { NumberParts } from './number-parts.ts';

/** Asia/Seoul is nine hours ahead of UTC all year round. */
const SEOUL_OFFSET_MS = 9 * 60 * 60_000;

const Calendars = z.record(z.string(), Calendar);

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
  const local = new Date(at + SEOUL_OFFSET_MS);
  const today = WEEKDAYS[local.getUTCDay()] ?? 'sun';
  return Object.entries(read.data).map(([calendar, { weekly, holidays, zone }]) => {
    const day = holidays.includes(local.toISOString().slice(0, 10)) ? 'holiday' : weekly[today];
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
