import type { Actor } from '../../contracts/api/actor.ts';
import type { CalendarSummary, CalendarView } from '../../contracts/api/calendars.ts';
import { CalendarSettings } from '../../contracts/calendar/settings.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { CalendarRow } from '../../db/repositories/calendar-row.ts';
import type { DeclaredHoliday } from '../../db/repositories/declared-holidays.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { iso } from '../http/iso.ts';
import type { HoursReader } from './hours-reader.ts';

export type CalendarParts = {
  repositories: Pick<Repositories, 'calendars' | 'declaredHolidays' | 'users'>;
  hours: HoursReader;
  clock?: (() => number) | undefined;
};

/** The instant of a request, ms. */
export const nowOf = ({ clock = Date.now }: CalendarParts): number => clock();

/** Declared days by the company that they concern: everybody's and its own. */
export async function declaredOf(
  { repositories }: CalendarParts,
  actor: Actor,
): Promise<(tenant: string) => DeclaredHoliday[]> {
  const all = await repositories.declaredHolidays.list(actor);
  return (tenant) => all.filter((day) => day.tenant === null || day.tenant === tenant);
}

/** Stored settings as the wire has them. What a later release no longer reads is a bug of that release. */
export function settingsOf(row: CalendarRow): CalendarSettings {
  const read = CalendarSettings.safeParse(row.settings);
  if (!read.success)
    throw new CallwrightError('server/bug', 'the settings of a calendar have an unknown shape');
  return read.data;
}

/** A calendar in a list; `at` in ms is the instant for which its verdict is told. */
export function toSummary(
  row: CalendarRow,
  declared: readonly DeclaredHoliday[],
  parts: CalendarParts,
  at: number,
): CalendarSummary {
  const settings = settingsOf(row);
  const { zone, enabled, subscribed } = settings;
  return {
    id: row.id,
    tenant: row.tenant,
    name: row.name,
    owner: row.owner,
    zone,
    enabled,
    subscribed,
    numbers: row.numbers,
    revision: row.revision,
    now: parts.hours.now(settings, declared, at),
    updatedAt: iso(row.updatedAt),
    updatedBy: row.updatedBy,
  };
}

/** One calendar with its settings. */
export const toCalendarView = (...asked: Parameters<typeof toSummary>): CalendarView => ({
  ...toSummary(...asked),
  settings: settingsOf(asked[0]),
});

export const noCalendar = (): CallwrightError => new CallwrightError('request/not-found', 'no such calendar');
