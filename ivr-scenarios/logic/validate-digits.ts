import type { Validator } from '../../contracts/scenario/block.ts';
import { isCalendarDate } from './calendar-date.ts';

/** Korean numbers: 02 and area codes, 010 …, 070, and 1588-style numbers of eight digits. */
const PHONE = /^(0[2-9][0-9]{7,9}|01[016789][0-9]{7,8}|1[5-9][0-9]{6})$/;
const MOBILE = /^01[016789][0-9]{7,8}$/;

/** True if the pressed keys are what the named pattern asks for. */
export function validates(validator: Validator, digits: string): boolean {
  switch (validator) {
    case 'any':
      return true;
    case 'digits':
      return /^[0-9]+$/.test(digits);
    case 'phone':
      return PHONE.test(digits);
    case 'mobile':
      return MOBILE.test(digits);
    case 'date':
      return isCalendarDate(digits);
    case 'time':
      return /^([01][0-9]|2[0-3])[0-5][0-9]$/.test(digits);
    case 'businessNumber':
      return isBusinessNumber(digits);
    case 'corporateNumber':
      return isCorporateNumber(digits);
    case 'luhn':
      return passesLuhn(digits);
  }
}

/** 법인등록번호: thirteen digits, the last one a check digit over weights 1 2 1 2 …. */
function isCorporateNumber(digits: string): boolean {
  if (!/^[0-9]{13}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 12)].reduce(
    (total, digit, index) => total + Number(digit) * ((index % 2) + 1),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits[12]);
}

/** Card and member numbers (ISO/IEC 7812-1 annex B): every second digit from the right is doubled. */
function passesLuhn(digits: string): boolean {
  if (!/^[0-9]{2,32}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * ((index % 2) + 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** 사업자등록번호: ten digits, the last one a check digit over weights 1 3 7 1 3 7 1 3 5. */
function isBusinessNumber(digits: string): boolean {
  if (!/^[0-9]{10}$/.test(digits)) return false;
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const at = (index: number): number => Number(digits[index]);
  const sum = weights.reduce((total, weight, index) => total + at(index) * weight, 0);
  const check = (10 - ((sum + Math.floor((at(8) * 5) / 10)) % 10)) % 10;
  return check === at(9);
}
