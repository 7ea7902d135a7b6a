import type { CalendarSettings } from '../../contracts/calendar/settings.ts';
import type { Why } from '../../contracts/calendar/verdict.ts';
import type { Hours } from '../../contracts/call/event.ts';
import type { Calendar } from '../../contracts/scenario/calendar.ts';
import { createDayRules, verdictIn } from './day-rule.ts';
import { localTimeOf } from './local-time.ts';
import { nextChange } from './next-change.ts';
import { createPublicHolidays, type PublicHolidays } from './public-holidays.ts';

/** `until`: instant, ms, of the next change of verdict; null when none comes within 400 days. */
export type Verdict = { readonly verdict: Hours; readonly why: Why; readonly until: number | null };

/**
 * What hours say about an instant, ms since 1970 UTC, and why. The clock on the wall of the zone decides: an hour that
 * comes twice is judged the same twice. 09:00:00 is in, 18:00:00 is out (T19).
 */
export function verdictAt(settings: CalendarSettings, holidays: PublicHolidays, instantMs: number): Verdict {
  const ruleOf = createDayRules(settings, holidays);
  const { date, time } = localTimeOf(instantMs, settings.zone);
  const why = ruleOf(date);
  const until = nextChange(ruleOf, settings.zone, instantMs);
  return { verdict: verdictIn(why, time), why, until };
}

/** The verdict alone, as a call asks for it. */
export function hoursAt(settings: CalendarSettings, holidays: PublicHolidays, instantMs: number): Hours {
  const { date, time } = localTimeOf(instantMs, settings.zone);
  return verdictIn(createDayRules(settings, holidays)(date), time);
}

/** Hours of a document's own calendar: its holidays are the only ones that it knows. */
export const settingsOf = ({ zone, weekly, holidays }: Calendar): CalendarSettings => ({
  zone,
  enabled: true,
  weekly,
  subscribed: false,
  added: holidays.map((date) => ({ date, name: '휴일' })),
  removed: [],
  exceptions: [],
});

const NONE = createPublicHolidays([]);

/** What a document's own calendar says about an instant, ms since 1970 UTC. */
export const businessHoursVerdict = (calendar: Calendar, instantMs: number): Hours =>
  hoursAt(settingsOf(calendar), NONE, instantMs);
