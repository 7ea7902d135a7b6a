import { z } from 'zod';
import { DayHours, WEEKDAYS } from '../scenario/calendar.ts';

/** Where a public holiday is known from: the official list, the rule for later years, or a person who entered it. */
export const HOLIDAY_SOURCES = ['official', 'computed', 'declared'] as const;
export type HolidaySource = (typeof HOLIDAY_SOURCES)[number];

const onDay = { date: z.string(), weekday: z.enum(WEEKDAYS) };

/** What decided about a day, in the order in which it is asked: the first that says something wins. */
export const Why = z.discriminatedUnion('rule', [
  /** The switch is off: fixed hours. */
  z.strictObject({ rule: z.literal('off'), ...onDay, hours: DayHours }),
  z.strictObject({ rule: z.literal('exception'), ...onDay, name: z.string(), hours: DayHours }),
  z.strictObject({ rule: z.literal('addedHoliday'), ...onDay, name: z.string() }),
  z.strictObject({
    rule: z.literal('publicHoliday'),
    ...onDay,
    name: z.string(),
    source: z.enum(HOLIDAY_SOURCES),
  }),
  z.strictObject({ rule: z.literal('weekly'), ...onDay, hours: DayHours }),
]);
export type Why = z.infer<typeof Why>;
