import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Weekday } from '../../contracts/scenario/calendar.ts';

const DAY_MS = 86_400_000;

/** A date and the time of day, to the second, on a zone's clock. */
export type LocalTime = { readonly date: string; readonly time: string };

const zoned = (instantMs: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);

/** What the clock of a zone shows at an instant, ms: `2026-12-24`, `17:59:59`. Fractions of a second are left out. */
export function localTimeOf(instantMs: number, zone: string): LocalTime {
  const local = zoned(instantMs, zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'second', roundingMode: 'trunc' }),
  };
}

/**
 * Instants, ms, at which the clock shows a date and `HH:MM` (`24:00`: the end of that day): one as a rule, two when the
 * clock was put back over it; when it was put forward over it, the instants around the gap, which show another time.
 */
export function instantsOf(date: string, time: string, zone: string): number[] {
  const [day, hours] = time === '24:00' ? [addDays(date, 1), '00:00'] : [date, time];
  const local = Temporal.PlainDateTime.from(`${day}T${hours}`);
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  return earlier === later ? [earlier] : [earlier, later];
}

/** Instants, ms, after `fromMs` and until `toMs`, at which the zone's clock is put forward or back. */
export function clockChanges(zone: string, fromMs: number, toMs: number): number[] {
  const changes: number[] = [];
  let next = zoned(fromMs, zone).getTimeZoneTransition('next');
  while (next !== null && next.epochMilliseconds <= toMs) {
    changes.push(next.epochMilliseconds);
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

/** The date so many days later, or earlier. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Day of the week of a date. */
export const weekdayOf = (date: string): Weekday =>
  WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun';
