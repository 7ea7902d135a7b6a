import type { Hours } from '../../contracts/call/event.ts';
import type { Calendar, DayHours, Weekday } from '../../contracts/scenario/calendar.ts';

/** Asia/Seoul is nine hours ahead of UTC all year round. */
const SEOUL_OFFSET_MS = 9 * 60 * 60_000;
const DAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * What a calendar says about an instant. A listed date and a weekday marked 휴일 are `holiday`, lunch is `lunch`; the
 * beginning of a span belongs to it, its end does not: 09:00:00 is open, 18:00:00 is closed (T19).
 * @param instantMs milliseconds since 1970 UTC
 */
export function businessHoursVerdict(calendar: Calendar, instantMs: number): Hours {
  const local = new Date(instantMs + SEOUL_OFFSET_MS);
  if (calendar.holidays.includes(local.toISOString().slice(0, 10))) return 'holiday';
  const day = calendar.weekly[DAYS[local.getUTCDay()] ?? 'sun'];
  // To the minute suffices: spans begin and end on whole minutes.
  return day === 'holiday' ? 'holiday' : verdictOfDay(day, local.toISOString().slice(11, 16));
}

function verdictOfDay(day: Exclude<DayHours, 'holiday'>, time: string): Hours {
  if (day.lunch !== undefined && within(day.lunch, time) && within(day.work, time)) return 'lunch';
  return within(day.work, time) ? 'open' : 'closed';
}

const within = (span: { from: string; to: string }, time: string): boolean =>
  span.from <= time && time < span.to;
