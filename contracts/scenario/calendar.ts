import { z } from 'zod';
import { Zone } from '../calendar/zone.ts';

const TimeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$/, 'write a time as HH:MM');
/** `24:00` compares greater than every other time of day, so plain string order is the order of the day. */
const span = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine((value) => value.from < value.to, 'the end must be later than the beginning');
export type Span = z.infer<typeof span>;

/** One weekday: a day off (휴일), or working hours with an optional lunch break. */
export const DayHours = z.union([
  z.literal('holiday'),
  z.strictObject({ work: span, lunch: span.optional() }),
]);
export type DayHours = z.infer<typeof DayHours>;

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What holds on each day of the week (MO-60). */
export const WeeklyHours = z.strictObject({
  sun: DayHours,
  mon: DayHours,
  tue: DayHours,
  wed: DayHours,
  thu: DayHours,
  fri: DayHours,
  sat: DayHours,
});
export type WeeklyHours = z.infer<typeof WeeklyHours>;

/** A full date: holidays do not roll over to the next year (A19). */
export const FullDate = z
  .string()
  .regex(/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/, 'write a date as YYYY-MM-DD')
  .refine(isDate, 'there is no such date');

/** Business hours of a document's own (MO-58 … MO-62): part of the version, so they change by publishing only. */
export const Calendar = z.strictObject({
  zone: Zone,
  weekly: WeeklyHours,
  /** Full dates (requirement A19). */
  holidays: z.array(FullDate).max(400).default([]),
});
export type Calendar = z.infer<typeof Calendar>;

/** 02-30 passes a pattern; the calendar of the runtime moves it into March. */
function isDate(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
