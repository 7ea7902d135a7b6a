import { z } from 'zod';

const TimeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$/, 'write a time as HH:MM');
/** `24:00` compares greater than every other time of day, so plain string order is the order of the day. */
const span = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine((value) => value.from < value.to, 'the end must be later than the beginning');

/** One weekday: a day off (휴일), or working hours with an optional lunch break. */
export const DayHours = z.union([
  z.literal('holiday'),
  z.strictObject({ work: span, lunch: span.optional() }),
]);
export type DayHours = z.infer<typeof DayHours>;

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const FullDate = z
  .string()
  .regex(/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/, 'write a date as YYYY-MM-DD');

/**
 * Business hours (requirements MO-58 … MO-62). Only Asia/Seoul for now: it has no daylight saving, so hours are plain
 * arithmetic; other zones need a rule set and are refused instead of being computed wrongly.
 */
export const Calendar = z.strictObject({
  zone: z.literal('Asia/Seoul', 'only the time zone Asia/Seoul is supported so far'),
  weekly: z.strictObject({
    sun: DayHours,
    mon: DayHours,
    tue: DayHours,
    wed: DayHours,
    thu: DayHours,
    fri: DayHours,
    sat: DayHours,
  }),
  /** Full dates (requirement A19). */
  holidays: z.array(FullDate).max(400).default([]),
});
export type Calendar = z.infer<typeof Calendar>;
