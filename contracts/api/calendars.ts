import { z } from 'zod';
import { OWNER_KINDS } from '../calendar/owner.ts';
import { CalendarSettings, NamedDate } from '../calendar/settings.ts';
import { HOLIDAY_SOURCES, Why } from '../calendar/verdict.ts';
import { Hours } from '../call/event.ts';
import { FullDate, WEEKDAYS } from '../scenario/calendar.ts';
import { Instant, Line, Moment, RowId } from './instants.ts';

const Owner = z.strictObject({
  kind: z.enum(OWNER_KINDS),
  ref: z
    .string()
    .nullable()
    .meta({ description: 'Digits, id of a user, name of a department; null: company' }),
  label: z.string().nullable().meta({ description: 'Name of the user or department, digits of the number' }),
});

/** A calendar as lists and choosers show it. */
export const CalendarSummary = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    name: z.string(),
    owner: Owner,
    zone: z.string(),
    enabled: z.boolean(),
    subscribed: z.boolean(),
    /** Numbers that take their hours from it. */
    numbers: z.array(z.string()),
    revision: z.number().int().meta({ description: 'Grows with each save; the ETag' }),
    now: Hours.meta({ description: 'What it says at this instant' }),
    updatedAt: Instant,
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'CalendarSummary' });
export type CalendarSummary = z.infer<typeof CalendarSummary>;
export const CalendarListView = z
  .strictObject({ calendars: z.array(CalendarSummary) })
  .meta({ id: 'CalendarList' });
export type CalendarListView = z.infer<typeof CalendarListView>;

export const CalendarView = CalendarSummary.extend({ settings: CalendarSettings }).meta({ id: 'Calendar' });
export type CalendarView = z.infer<typeof CalendarView>;

export const CalendarParams = z.strictObject({ id: RowId });

export const NewCalendar = z
  .strictObject({
    name: Line(40),
    owner: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('company') }),
      z.strictObject({ kind: z.literal('number'), ref: z.string().regex(/^[0-9]{3,20}$/) }),
      z.strictObject({ kind: z.literal('user'), ref: RowId }),
      z.strictObject({ kind: z.literal('department'), ref: Line(40) }),
    ]),
    settings: CalendarSettings,
  })
  .meta({ id: 'NewCalendar' });
export type NewCalendar = z.infer<typeof NewCalendar>;

/** `If-Match: "<revision>"` goes with it; another revision: 409. Holds for the next call (MO-62). */
export const CalendarSave = z
  .strictObject({ name: Line(40), settings: CalendarSettings })
  .meta({ id: 'CalendarSave' });
export type CalendarSave = z.infer<typeof CalendarSave>;

/** A person's own hours (MO-58): made by his first save, which goes without `If-Match`. */
export const OwnCalendarView = z
  .strictObject({
    revision: z.number().int().meta({ description: '0: never saved' }),
    settings: CalendarSettings,
  })
  .meta({ id: 'OwnCalendar' });
export type OwnCalendarView = z.infer<typeof OwnCalendarView>;
export const OwnCalendarSave = z.strictObject({ settings: CalendarSettings }).meta({ id: 'OwnCalendarSave' });
export type OwnCalendarSave = z.infer<typeof OwnCalendarSave>;

const OnTheClock = z.string().meta({ example: '09:00' });

/** One day: what decided about it, and its stretches in order from 00:00 to 24:00 on the clock of the zone. */
const Day = z.strictObject({
  date: z.string(),
  weekday: z.enum(WEEKDAYS),
  why: Why,
  stretches: z.array(z.strictObject({ from: OnTheClock, to: OnTheClock, verdict: Hours })),
});

/** What happens at an instant, and why; with the fortnight that begins on its day. */
export const VerdictView = z
  .strictObject({
    at: Instant,
    zone: z.string(),
    local: z.string().meta({ description: 'On the clock of the zone', example: '2026-12-24 17:59:59' }),
    verdict: Hours,
    why: Why,
    until: Instant.nullable().meta({ description: 'Next change; null: none within 400 days' }),
    opens: Instant.nullable().meta({ description: 'When it is next open; null: never within 400 days' }),
    days: z.array(Day),
  })
  .meta({ id: 'HoursVerdict' });
export type VerdictView = z.infer<typeof VerdictView>;
export const VerdictQuery = z.strictObject({ at: Moment.optional() });

/** The same for settings that nobody has saved yet. */
export const VerdictOrder = z
  .strictObject({ settings: CalendarSettings, at: Moment.optional() })
  .meta({ id: 'HoursVerdictOrder' });

export const PublicHolidayView = z.strictObject({
  date: z.string(),
  name: z.string(),
  source: z.enum(HOLIDAY_SOURCES),
});
export type PublicHolidayView = z.infer<typeof PublicHolidayView>;
export const PublicHolidayListView = z
  .strictObject({ year: z.number().int(), holidays: z.array(PublicHolidayView) })
  .meta({ id: 'PublicHolidayList' });
export type PublicHolidayListView = z.infer<typeof PublicHolidayListView>;
export const PublicHolidayQuery = z.strictObject({
  year: z
    .string()
    .regex(/^20[0-9]{2}$/, 'a year from 2018 to 2099')
    .transform(Number)
    .pipe(z.number().min(2018).max(2099))
    .optional(),
});

/** A holiday that was declared after the lists were made: for every company, or for one. */
export const DeclaredHolidayView = z
  .strictObject({ date: z.string(), name: z.string(), tenant: z.string().nullable() })
  .meta({ id: 'DeclaredHoliday' });
export type DeclaredHolidayView = z.infer<typeof DeclaredHolidayView>;
export const DeclaredHolidayListView = z
  .strictObject({ holidays: z.array(DeclaredHolidayView) })
  .meta({ id: 'DeclaredHolidayList' });
export type DeclaredHolidayListView = z.infer<typeof DeclaredHolidayListView>;

/** `everywhere`: for all companies; only for whoever runs the installation. */
export const DeclaredHolidayDraft = NamedDate.extend({ everywhere: z.boolean().default(false) }).meta({
  id: 'DeclaredHolidayDraft',
});
export type DeclaredHolidayDraft = z.infer<typeof DeclaredHolidayDraft>;
export const DeclaredHolidayQuery = z.strictObject({
  date: FullDate,
  everywhere: z.enum(['true', 'false']).default('false'),
});
