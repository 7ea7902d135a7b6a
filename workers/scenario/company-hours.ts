import type { NamedDate } from '../../contracts/calendar/settings.ts';
import { CalendarSettings } from '../../contracts/calendar/settings.ts';
import type { Hours } from '../../contracts/call/event.ts';
import type { CalendarAsked } from '../../contracts/call/verb.ts';
import { DEFAULT_HOURS } from '../../ivr-scenarios/calendar/default-hours.ts';
import { nextOpening } from '../../ivr-scenarios/calendar/next-instant.ts';
import { createPublicHolidays } from '../../ivr-scenarios/calendar/public-holidays.ts';
import { hoursAt } from '../../ivr-scenarios/calendar/verdict.ts';
import { domestic } from '../switch/numbers.ts';

/** Business hours of a company as plain data: settings by calendar id, calendar ids by number, declared holidays. */
export type CompanyHours = {
  settings: Record<string, unknown>;
  ofNumbers: Record<string, string>;
  declared: NamedDate[];
};

/** What simulated calls ask, answered by the functions by which real calls are answered; numbers in any way of writing. */
export function hoursOf({ settings, ofNumbers, declared }: CompanyHours): {
  verdict(asked: CalendarAsked, atMs: number): Hours;
  nextOpening(asked: CalendarAsked, atMs: number): number | null;
} {
  const holidays = createPublicHolidays(declared);
  const settingsOf = (asked: CalendarAsked): CalendarSettings => {
    const id =
      typeof asked === 'string'
        ? undefined
        : 'company' in asked
          ? asked.company
          : ofNumbers[domestic(asked.number)];
    // Who has no calendar has the fixed hours (A18).
    const stored = CalendarSettings.safeParse(id === undefined ? undefined : settings[id]);
    return stored.success ? stored.data : DEFAULT_HOURS;
  };
  return {
    verdict: (asked, atMs) => hoursAt(settingsOf(asked), holidays, atMs),
    nextOpening: (asked, atMs) => nextOpening(settingsOf(asked), holidays, atMs),
  };
}
