import { isCalendarDate } from './calendar-date.ts';

/**
 * True for keys that look like a Korean resident registration number (주민등록번호): 13 digits, of which six are a date of
 * birth and the seventh says century, sex and nationality (1 to 8). No check digit is asked for: numbers given since
 * October 2020 have none. Nobody may collect them (개인정보 보호법 제24조의2).
 */
export function isResidentNumber(digits: string): boolean {
  const match = /^(\d{6})([1-8])\d{6}$/.exec(digits);
  const [, birth = '', kind = ''] = match ?? [];
  // 1, 2, 5, 6: born 19..; 3, 4, 7, 8: born 20...
  return isCalendarDate(`${'1256'.includes(kind) ? '19' : '20'}${birth}`) && match !== null;
}

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5] as const;

/** True if the last digit is the check digit that resident numbers had until October 2020. */
export function hasResidentCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}
