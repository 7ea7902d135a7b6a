import type { CalendarSettings } from '../../../../contracts/calendar/settings.ts';
import type { DayHours, Weekday, WeeklyHours } from '../../../../contracts/scenario/calendar.ts';
import { readTime } from './read-time.ts';

/** Days as a week is written here: Monday first. */
export const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Times of a day as they stand in their fields; empty on a day off, lunch empty for none. */
export type DayDraft = {
  readonly off: boolean;
  readonly from: string;
  readonly to: string;
  readonly lunchFrom: string;
  readonly lunchTo: string;
};
export type DayField = 'from' | 'to' | 'lunchFrom' | 'lunchTo';
export type DayProblem = 'time' | 'order' | 'lunch';

export type HoursDraft = Omit<CalendarSettings, 'weekly'> & {
  readonly days: Readonly<Record<Weekday, DayDraft>>;
};

export const DAY_OFF: DayDraft = { off: true, from: '', to: '', lunchFrom: '', lunchTo: '' };
/** What the row for all days begins with (MO-61). */
export const USUAL_DAY: DayDraft = {
  off: false,
  from: '09:00',
  to: '18:00',
  lunchFrom: '12:00',
  lunchTo: '13:00',
};

const toDay = (hours: DayHours): DayDraft =>
  hours === 'holiday'
    ? DAY_OFF
    : {
        off: false,
        from: hours.work.from,
        to: hours.work.to,
        lunchFrom: hours.lunch?.from ?? '',
        lunchTo: hours.lunch?.to ?? '',
      };

/** What is wrong with a day's times; null: nothing. */
export function dayProblem({ off, from, to, lunchFrom, lunchTo }: DayDraft): DayProblem | null {
  if (off) return null;
  const [begin, end] = [readTime(from), readTime(to)];
  if (begin === null || end === null) return 'time';
  if (begin >= end) return 'order';
  if (lunchFrom === '' && lunchTo === '') return null;
  const [lunch, back] = [readTime(lunchFrom), readTime(lunchTo)];
  if (lunch === null || back === null) return 'time';
  return lunch < back && begin <= lunch && back <= end ? null : 'lunch';
}

/** A day as the api takes it; a day with a problem is a day off and must not be sent. */
export function toDayHours(day: DayDraft): DayHours {
  if (day.off || dayProblem(day) !== null) return 'holiday';
  const time = (text: string): string => readTime(text) ?? '00:00';
  const work = { from: time(day.from), to: time(day.to) };
  if (day.lunchFrom === '') return { work };
  return { work, lunch: { from: time(day.lunchFrom), to: time(day.lunchTo) } };
}

/** Settings as a form holds them. */
export const toDraft = ({ weekly, ...rest }: CalendarSettings): HoursDraft => ({
  ...rest,
  days: perDay((day) => toDay(weekly[day])),
});

/** What the form holds as settings; null while a time is wrong. */
export function toSettings({ days, ...rest }: HoursDraft): CalendarSettings | null {
  if (DAYS.some((day) => dayProblem(days[day]) !== null)) return null;
  const weekly: WeeklyHours = perDay((day) => toDayHours(days[day]));
  return { ...rest, weekly };
}

/** 일괄적용: the same times on each day that is not marked 휴일. */
export const applyToAll = (days: HoursDraft['days'], row: DayDraft): HoursDraft['days'] =>
  perDay((day) => (days[day].off ? days[day] : { ...row, off: false }));

function perDay<T>(make: (day: Weekday) => T): Record<Weekday, T> {
  const [mon, tue, wed, thu, fri, sat, sun] = [
    make('mon'),
    make('tue'),
    make('wed'),
    make('thu'),
    make('fri'),
    make('sat'),
    make('sun'),
  ];
  return { mon, tue, wed, thu, fri, sat, sun };
}
