import { digitPieces, koreanNumber } from './korean-number.ts';

/**
 * Pieces of a date: `YYYYMMDD` → 이천이십육 년 삼월 오 일, `MMDD` without the year. Months are words of their own because
 * 유월 and 시월 are irregular. What is no date is read digit by digit.
 */
export function koreanDate(text: string): string[] {
  const match = /^(\d{4})?(\d{2})(\d{2})$/.exec(text.replaceAll('-', ''));
  const month = Number(match?.[2]);
  const day = Number(match?.[3]);
  if (match === null || month < 1 || month > 12 || day < 1 || day > 31) return digitPieces(text);
  const year = match[1] === undefined ? [] : [...koreanNumber(Number(match[1])), 'date/year'];
  return [...year, `date/month-${month}`, ...koreanNumber(day), 'date/day'];
}
