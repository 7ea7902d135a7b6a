import type { HoursReader } from '../../api/calendar/hours-reader.ts';
import { explainHours } from '../../ivr-scenarios/calendar/explain.ts';
import { createPublicHolidays, publicHolidaysOf } from '../../ivr-scenarios/calendar/public-holidays.ts';
import { hoursAt } from '../../ivr-scenarios/calendar/verdict.ts';

/** The api's questions about hours, answered by the functions by which calls are answered. */
export const hoursReader: HoursReader = {
  explain: (settings, declared, at) => explainHours(settings, createPublicHolidays(declared), at),
  now: (settings, declared, at) => hoursAt(settings, createPublicHolidays(declared), at),
  publicHolidays: (year, declared) => publicHolidaysOf(year, declared),
};
