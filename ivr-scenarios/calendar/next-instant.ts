import type { CalendarSettings } from '../../contracts/calendar/settings.ts';
import { createDayRules } from './day-rule.ts';
import { addDays, instantsOf, localTimeOf } from './local-time.ts';
import { firstInstant, verdictOf } from './next-change.ts';
import type { PublicHolidays } from './public-holidays.ts';

/** When it is open: `instantMs` itself if it is now, else the next opening, ms; null: never within 400 days. */
export function nextOpening(
  settings: CalendarSettings,
  holidays: PublicHolidays,
  instantMs: number,
): number | null {
  const ruleOf = createDayRules(settings, holidays);
  if (verdictOf(ruleOf, settings.zone, instantMs) === 'open') return instantMs;
  return firstInstant(ruleOf, settings.zone, instantMs, (verdict) => verdict === 'open');
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
