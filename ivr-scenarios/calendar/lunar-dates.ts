import { addDays } from './local-time.ts';

const DANGI = new Intl.DateTimeFormat('en-u-ca-dangi', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** Month and day of the Korean lunar calendar as `8/15`; a leap month ends in `bis` and is never a holiday's. */
function lunarOf(date: string): string {
  const parts = DANGI.formatToParts(new Date(`${date}T00:00:00Z`));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('month')}/${part('day')}`;
}

/** Between these days of the year each of the three can fall. */
const WINDOWS = {
  '1/1': { from: '01-20', days: 33 },
  '4/8': { from: '04-20', days: 50 },
  '8/15': { from: '09-05', days: 40 },
} as const;
export type LunarHoliday = keyof typeof WINDOWS;

/**
 * Date on which a lunar holiday falls in a year, by the runtime's `dangi` calendar (agreed with korean-lunar-calendar
 * for all of 1950–2050). Undefined: a runtime without that calendar.
 */
export function lunarDate(year: number, holiday: LunarHoliday): string | undefined {
  const { from, days } = WINDOWS[holiday];
  for (let day = 0; day < days; day += 1) {
    const date = addDays(`${year}-${from}`, day);
    if (lunarOf(date) === holiday) return date;
  }
  return undefined;
}
