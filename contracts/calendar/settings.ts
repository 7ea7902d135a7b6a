import { z } from 'zod';
import { DayHours, FullDate, WeeklyHours } from '../scenario/calendar.ts';
import { Zone } from './zone.ts';

const Name = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'no control characters');
const uniqueDates = (rows: readonly { date: string }[]): boolean =>
  new Set(rows.map(({ date }) => date)).size === rows.length;

/** A date and what it is called. */
export const NamedDate = z.strictObject({ date: FullDate, name: Name });
export type NamedDate = z.infer<typeof NamedDate>;

/** A date with hours of its own: they beat holidays and the weekday. */
export const HoursException = NamedDate.extend({ hours: DayHours });
export type HoursException = z.infer<typeof HoursException>;

/**
 * Business hours as a person keeps them (MO-58 … MO-62, A18, A19). Public holidays are not copied in here: with
 * `subscribed` they are looked up when somebody calls, so a new year and a holiday declared at short notice are in
 * without a refill, and what a person added or removed cannot be lost by one.
 */
export const CalendarSettings = z.strictObject({
  zone: Zone.default('Asia/Seoul'),
  /** 업무시간 설정. Off: Monday to Friday 09:00–18:00, without lunch and holidays (A18). */
  enabled: z.boolean(),
  weekly: WeeklyHours,
  /** 공휴일 자동 설정. */
  subscribed: z.boolean(),
  /** The company's own holidays. */
  added: z.array(NamedDate).max(400).refine(uniqueDates, 'a date stands once').default([]),
  /** Public holidays on which the office works all the same. */
  removed: z.array(FullDate).max(400).default([]),
  exceptions: z.array(HoursException).max(400).refine(uniqueDates, 'a date stands once').default([]),
});
export type CalendarSettings = z.infer<typeof CalendarSettings>;
