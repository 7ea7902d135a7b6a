import type { VerdictView } from '../../contracts/api/calendars.ts';
import type { CalendarSettings } from '../../contracts/calendar/settings.ts';
import { createDayRules, stretchesOf } from './day-rule.ts';
import { addDays, localTimeOf, weekdayOf } from './local-time.ts';
import { nextOpening } from './next-instant.ts';
import type { PublicHolidays } from './public-holidays.ts';
import { verdictAt } from './verdict.ts';

const FORTNIGHT = 14;
const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

/** "What happens at this time?": the verdict on an instant, ms, with its reason, and the fortnight from its day on. */
export function explainHours(
  settings: CalendarSettings,
  holidays: PublicHolidays,
  instantMs: number,
): VerdictView {
  const { verdict, why, until } = verdictAt(settings, holidays, instantMs);
  const { date, time } = localTimeOf(instantMs, settings.zone);
  return {
    at: iso(instantMs),
    zone: settings.zone,
    local: `${date} ${time}`,
    verdict,
    why,
    until: isoOrNull(until),
    opens: isoOrNull(nextOpening(settings, holidays, instantMs)),
    days: fortnight(settings, holidays, date),
  };
}

function fortnight(settings: CalendarSettings, holidays: PublicHolidays, first: string): VerdictView['days'] {
  const ruleOf = createDayRules(settings, holidays);
  return Array.from({ length: FORTNIGHT }, (_, day) => {
    const date = addDays(first, day);
    const why = ruleOf(date);
    const stretches = stretchesOf(why).map((stretch) => ({ ...stretch }));
    return { date, weekday: weekdayOf(date), why, stretches };
  });
}
