import type { PublicHolidayView, VerdictView } from '../../contracts/api/calendars.ts';
import type { CalendarSettings, NamedDate } from '../../contracts/calendar/settings.ts';
import type { Hours } from '../../contracts/call/event.ts';
import { CallwrightError } from '../../contracts/errors.ts';

/** What the api asks about hours, with the declared holidays that count; instants in ms. */
export type HoursReader = {
  /** What happens at an instant, why, and the fortnight from there on. */
  explain(settings: CalendarSettings, declared: readonly NamedDate[], at: number): VerdictView;
  now(settings: CalendarSettings, declared: readonly NamedDate[], at: number): Hours;
  /** In order, declared ones included. */
  publicHolidays(year: number, declared: readonly NamedDate[]): PublicHolidayView[];
};

const refuse = (): never => {
  throw new CallwrightError('config/invalid', 'this process was started without calendars');
};

/** Where no calendars are given: lists work, questions about instants do not. */
export const NO_HOURS: HoursReader = { explain: refuse, now: () => 'closed', publicHolidays: () => [] };
