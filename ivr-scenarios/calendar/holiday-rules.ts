import { addDays } from './local-time.ts';
import { lunarDate } from './lunar-dates.ts';

/** When a holiday that is lost to a weekend comes back: from which date on, and whether Saturdays count. */
type Substitute = { readonly since: string; readonly on: 'sunday' | 'weekend' };

/** One holiday of the law: its dates in a year, and what it is called. */
export type HolidayRule = {
  /** Used in 대체공휴일(…). */
  readonly name: string;
  readonly days: (year: number) => readonly { date: string; name: string }[];
  /** First year as a holiday; none: always within our years. */
  readonly since?: number;
  readonly substitute?: Substitute;
};

const fixed =
  (monthDay: string, name: string): HolidayRule['days'] =>
  (year) => [{ date: `${year}-${monthDay}`, name }];

/** The day itself with the one before and the one after. */
const threeDays =
  (holiday: '1/1' | '8/15', name: string): HolidayRule['days'] =>
  (year) => {
    const date = lunarDate(year, holiday);
    if (date === undefined) return [];
    return [
      { date: addDays(date, -1), name: `${name} 전날` },
      { date, name },
      { date: addDays(date, 1), name: `${name} 다음 날` },
    ];
  };

const rule = (monthDay: string, name: string, substitute?: Substitute, since?: number): HolidayRule => ({
  name,
  days: fixed(monthDay, name),
  ...(substitute === undefined ? {} : { substitute }),
  ...(since === undefined ? {} : { since }),
});

const NATIONAL: Substitute = { since: '2021-08-01', on: 'weekend' };
const RELIGIOUS: Substitute = { since: '2023-05-04', on: 'weekend' };
const LUNAR_BLOCK: Substitute = { since: '2014-01-01', on: 'sunday' };

/**
 * 관공서의 공휴일에 관한 규정, with the dates from which its substitutes hold. 제헌절 and 노동절 since 2026. Where two fall
 * on one day, the substitute is named after the later of this list.
 */
export const HOLIDAY_RULES: readonly HolidayRule[] = [
  rule('01-01', '1월 1일'),
  rule('03-01', '3ㆍ1절', NATIONAL),
  rule('05-01', '노동절', NATIONAL, 2026),
  rule('05-05', '어린이날', { since: '2014-01-01', on: 'weekend' }),
  rule('06-06', '현충일'),
  rule('07-17', '제헌절', NATIONAL, 2026),
  rule('08-15', '광복절', NATIONAL),
  rule('10-03', '개천절', NATIONAL),
  rule('10-09', '한글날', NATIONAL),
  rule('12-25', '기독탄신일', RELIGIOUS),
  {
    name: '부처님 오신 날',
    days: (year) => {
      const date = lunarDate(year, '4/8');
      return date === undefined ? [] : [{ date, name: '부처님 오신 날' }];
    },
    substitute: RELIGIOUS,
  },
  { name: '설날', days: threeDays('1/1', '설날'), substitute: LUNAR_BLOCK },
  { name: '추석', days: threeDays('8/15', '추석'), substitute: LUNAR_BLOCK },
];
