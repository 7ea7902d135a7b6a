import type { CalendarSettings } from '../../contracts/calendar/settings.ts';
import type { Why } from '../../contracts/calendar/verdict.ts';
import type { Hours } from '../../contracts/call/event.ts';
import type { DayHours } from '../../contracts/scenario/calendar.ts';
import { OFF_HOURS } from './default-hours.ts';
import { weekdayOf } from './local-time.ts';
import type { PublicHolidays } from './public-holidays.ts';

/** A part of a day on the clock, `HH:MM`; the beginning belongs to it, the end does not (T19). */
export type Stretch = { readonly from: string; readonly to: string; readonly verdict: Hours };

/** What decides about a date: the switch, an exception, an own holiday, a public one, the weekday — in this order. */
export function createDayRules(settings: CalendarSettings, holidays: PublicHolidays): (date: string) => Why {
  const exceptions = new Map(settings.exceptions.map((one) => [one.date, one]));
  const added = new Map(settings.added.map((one) => [one.date, one.name]));
  const removed = new Set(settings.removed);
  return (date) => {
    const weekday = weekdayOf(date);
    const day = { date, weekday };
    if (!settings.enabled) return { rule: 'off', ...day, hours: OFF_HOURS[weekday] };
    const exception = exceptions.get(date);
    if (exception !== undefined)
      return { rule: 'exception', ...day, name: exception.name, hours: exception.hours };
    const own = added.get(date);
    if (own !== undefined) return { rule: 'addedHoliday', ...day, name: own };
    const known = settings.subscribed && !removed.has(date) ? holidays.on(date) : undefined;
    if (known !== undefined) return { rule: 'publicHoliday', ...day, name: known.name, source: known.source };
    return { rule: 'weekly', ...day, hours: settings.weekly[weekday] };
  };
}

/** The whole day that a rule makes, from 00:00 to 24:00 without gaps. Lunch counts only within working hours. */
export function stretchesOf(why: Why): Stretch[] {
  const hours: DayHours = 'hours' in why ? why.hours : 'holiday';
  if (hours === 'holiday') return [{ from: '00:00', to: '24:00', verdict: 'holiday' }];
  const { work, lunch } = hours;
  const begins = latest(work.from, lunch?.from ?? work.to, work.to);
  const ends = latest(begins, lunch?.to ?? work.to, work.to);
  const stretches: Stretch[] = [
    { from: '00:00', to: work.from, verdict: 'closed' },
    { from: work.from, to: begins, verdict: 'open' },
    { from: begins, to: ends, verdict: 'lunch' },
    { from: ends, to: work.to, verdict: 'open' },
    { from: work.to, to: '24:00', verdict: 'closed' },
  ];
  return stretches.filter(({ from, to }) => from < to);
}

/** What a rule says about a time of day, `HH:MM:SS`. */
export const verdictIn = (why: Why, time: string): Hours =>
  stretchesOf(why).find(({ to }) => time < to)?.verdict ?? 'closed';

/** A time no earlier than `floor` and no later than `ceiling`. */
const latest = (floor: string, time: string, ceiling: string): string => {
  if (time < floor) return floor;
  return time > ceiling ? ceiling : time;
};
