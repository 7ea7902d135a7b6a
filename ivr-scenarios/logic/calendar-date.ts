const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True for `YYYYMMDD` that is a day of the Gregorian calendar, years 1900 to 2199. */
export function isCalendarDate(digits: string): boolean {
  const match = /^((?:19|20|21)\d\d)(\d\d)(\d\d)$/.exec(digits);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}
