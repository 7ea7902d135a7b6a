import { HOLIDAY_RULES, type HolidayRule } from './holiday-rules.ts';
import { addDays, weekdayOf } from './local-time.ts';

type Fall = { readonly date: string; readonly name: string; readonly rule: HolidayRule };

/**
 * Public holidays of a year by the law alone: dates with their names, in order. One-off days (elections, 임시공휴일) are
 * not in the law and must be entered.
 */
export function computedHolidays(year: number): ReadonlyMap<string, readonly string[]> {
  const falls = HOLIDAY_RULES.filter(({ since = 0 }) => year >= since).flatMap((rule) =>
    rule.days(year).map((day): Fall => ({ ...day, rule })),
  );
  const days = new Map<string, string[]>();
  for (const { date, name } of falls) days.set(date, [...(days.get(date) ?? []), name]);
  for (const { date, rule } of lost(falls)) {
    // Clauses 3 and 4: a substitute that meets another one, or a Saturday, moves on to the next working day.
    let day = addDays(date, 1);
    while (days.has(day) || isWeekend(day)) day = addDays(day, 1);
    days.set(day, [`대체공휴일(${rule.name})`]);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Each holiday that comes back on another day, in the order of the year. */
function lost(falls: readonly Fall[]): Fall[] {
  const dates = [...new Set(falls.map(({ date }) => date))].sort();
  return dates.flatMap((date) => {
    const here = falls.filter((fall) => fall.date === date && holds(fall));
    if (isWeekend(date)) return here.filter(({ rule }) => comesBack(rule, date));
    // Two on one weekday: one of them comes back.
    const all = falls.filter((fall) => fall.date === date).length;
    return all > 1 ? here.slice(-(all - 1)) : [];
  });
}

const holds = ({ date, rule }: Fall): boolean =>
  rule.substitute !== undefined && date >= rule.substitute.since;

const comesBack = (rule: HolidayRule, date: string): boolean =>
  rule.substitute?.on === 'weekend' || weekdayOf(date) === 'sun';

const isWeekend = (date: string): boolean => ['sat', 'sun'].includes(weekdayOf(date));
