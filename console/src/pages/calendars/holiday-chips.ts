import type { PublicHolidayView } from '../../../../contracts/api/calendars.ts';
import type { CalendarSettings, NamedDate } from '../../../../contracts/calendar/settings.ts';

/** A holiday as a chip: from the subscription, or added by hand. */
export type Chip = NamedDate & { readonly added: boolean };
type Chosen = Pick<CalendarSettings, 'subscribed' | 'added' | 'removed'>;

/** Holidays of a year in order: those subscribed to without the removed ones, and the added ones. */
export function chipsOf(
  { subscribed, added, removed }: Chosen,
  known: readonly PublicHolidayView[],
  year: number,
): Chip[] {
  const own = added.filter(({ date }) => date.startsWith(`${year}-`));
  const taken = new Set(own.map(({ date }) => date));
  const open = subscribed ? known.filter(({ date }) => !removed.includes(date) && !taken.has(date)) : [];
  return [
    ...own.map((one) => ({ ...one, added: true })),
    ...open.map(({ date, name }) => ({ date, name, added: false })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Public holidays of a year that were taken out by hand. */
export const removedOf = (
  { subscribed, removed }: Chosen,
  known: readonly PublicHolidayView[],
): PublicHolidayView[] => (subscribed ? known.filter(({ date }) => removed.includes(date)) : []);

/** × on a chip: an added day goes, a public holiday is remembered as removed. */
export const withoutDay = <T extends Chosen>(settings: T, chip: Chip): T =>
  chip.added
    ? { ...settings, added: settings.added.filter(({ date }) => date !== chip.date) }
    : { ...settings, removed: [...settings.removed, chip.date] };

/** A removed public holiday counts again. */
export const withDay = <T extends Chosen>(settings: T, date: string): T => ({
  ...settings,
  removed: settings.removed.filter((one) => one !== date),
});

/** A day of the company's own; one that stood under that date already gets the new name. */
export const withAdded = <T extends Chosen>(settings: T, day: NamedDate): T => ({
  ...settings,
  added: [...settings.added.filter(({ date }) => date !== day.date), day],
});
