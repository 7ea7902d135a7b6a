import { z } from 'zod';
import { CalendarName } from './names.ts';

/**
 * Whose hours: a calendar of the document itself, one of the company's (a save holds for the next call, MO-62), or the one
 * that the called number has.
 */
export const CalendarRef = z.union([
  CalendarName,
  z.strictObject({ company: z.uuid() }),
  z.strictObject({ of: z.literal('number') }),
]);
export type CalendarRef = z.infer<typeof CalendarRef>;
