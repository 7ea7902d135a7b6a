import { belowHundred, englishDigits, englishNumber } from './english-number.ts';

/** Pieces of a date: `YYYYMMDD` → March fifth twenty twenty-six, `MMDD` without the year; what is no date by its digits. */
export function englishDate(text: string): string[] {
  const match = /^(\d{4})?(\d{2})(\d{2})$/.exec(text.replaceAll('-', ''));
  const month = Number(match?.[2]);
  const day = Number(match?.[3]);
  if (match === null || month < 1 || month > 12 || day < 1 || day > 31) return englishDigits(text);
  return [`date/month-${month}`, `ordinal/${day}`, ...(match[1] === undefined ? [] : year(Number(match[1])))];
}

/** 2026 twenty twenty-six, 1905 nineteen oh five, 1900 nineteen hundred, 2005 two thousand five. */
function year(value: number): string[] {
  const century = Math.floor(value / 100);
  const rest = value % 100;
  if ((century % 10 === 0 && rest < 10) || century < 10) return englishNumber(value);
  if (rest === 0) return [...belowHundred(century), 'number/hundred'];
  return [...belowHundred(century), ...(rest < 10 ? ['number/oh'] : []), ...belowHundred(rest)];
}
