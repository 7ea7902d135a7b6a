import type { CalendarSettings } from '../../contracts/calendar/settings.ts';
import { createDayRules, verdictIn } from './day-rule.ts';
import { addDays, instantsOf, localTimeOf } from './local-time.ts';
import { nextChange } from './next-change.ts';
import type { PublicHolidays } from './public-holidays.ts';

const YEAR_MS = 366 * 86_400_000;

/** When it is open: `instantMs` itself if it is now, else the next opening, ms; null: never within a year. */
export function nextOpening(
  settings: CalendarSettings,
  holidays: PublicHolidays,
  instantMs: number,
): number | null {
  const ruleOf = createDayRules(settings, holidays);
  let at: number | null = instantMs;
  while (at !== null && at - instantMs <= YEAR_MS) {
    const { date, time } = localTimeOf(at, settings.zone);
    if (verdictIn(ruleOf(date), time) === 'open') return at;
    at = nextChange(ruleOf, settings.zone, at);
  }
  return null;
}

/**
 * The next instant, ms, at which a zone's clock shows `HH:MM`; `instantMs` itself when it does so at this very one. A time
 * that a clock put forward leaves out comes as much later.
 */
export function nextTimeOfDay(time: string, zone: string, instantMs: number): number {
  const today = localTimeOf(instantMs, zone).date;
  const days = [0, 1, 2].flatMap((day) => {
    const both = instantsOf(addDays(today, day), time, zone);
    const shown = both.filter((at) => localTimeOf(at, zone).time.startsWith(time));
    return shown.length > 0 ? shown : both.slice(-1);
  });
  return days.find((at) => at >= instantMs) ?? instantMs;
}
