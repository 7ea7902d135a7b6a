import * as official from '@hyunbinseo/holidays-kr/all';
import type { NamedDate } from '../../contracts/calendar/settings.ts';
import type { HolidaySource } from '../../contracts/calendar/verdict.ts';
import { computedHolidays } from './computed-holidays.ts';

export type PublicHoliday = { readonly date: string; readonly name: string; readonly source: HolidaySource };
/** Public holidays as a verdict asks for them. */
export type PublicHolidays = { on(date: string): PublicHoliday | undefined };

type Year = ReadonlyMap<string, PublicHoliday>;

/** Years of the official list (월력요항); a new one comes each June with the package. */
export const OFFICIAL_YEARS = { first: 2018, last: 2027 } as const;

const LISTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = official;
const known = new Map<number, Year>();

function yearOf(year: number): Year {
  const kept = known.get(year);
  if (kept !== undefined) return kept;
  const list = LISTS[`y${year}`];
  const source: HolidaySource = list === undefined ? 'computed' : 'official';
  const days =
    list !== undefined ? Object.entries(list) : year > OFFICIAL_YEARS.last ? computedHolidays(year) : [];
  const made = new Map([...days].map(([date, names]) => [date, { date, name: names.join(' · '), source }]));
  known.set(year, made);
  return made;
}

/**
 * The official list where there is one, the rule of the law for later years, and with both what a person has declared
 * (elections, 임시공휴일). A declared day that is a holiday anyway keeps its own name.
 */
export function createPublicHolidays(declared: readonly NamedDate[]): PublicHolidays {
  const entered = new Map(
    declared.map(({ date, name }) => [date, { date, name, source: 'declared' as const }]),
  );
  return { on: (date) => yearOf(Number(date.slice(0, 4))).get(date) ?? entered.get(date) };
}

/** Public holidays of a year in order, declared ones included. */
export function publicHolidaysOf(year: number, declared: readonly NamedDate[]): PublicHoliday[] {
  const listed = yearOf(year);
  const others = declared
    .filter(({ date }) => date.startsWith(`${year}-`) && !listed.has(date))
    .map(({ date, name }): PublicHoliday => ({ date, name, source: 'declared' }));
  const once = new Map([...listed.values(), ...others].map((holiday) => [holiday.date, holiday]));
  return [...once.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
