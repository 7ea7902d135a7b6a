import type { Value, ValueType } from '../../contracts/scenario/value.ts';
import { isCalendarDate } from '../logic/calendar-date.ts';

/** Type of a literal, seen beside a type: `"1001"` beside digits is digits, beside text it is text. */
export function typeOfLiteral(value: Value, beside: ValueType): ValueType | 'null' {
  if (value === null) return 'null';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (beside === 'digits' && /^[0-9*#]*$/.test(value)) return 'digits';
  return beside === 'date' && isCalendarDate(value) ? 'date' : 'text';
}

/** True if a value of the one type may stand where the other is expected; keys and dates are texts too. */
export function fits(given: ValueType | 'null', wanted: ValueType): boolean {
  if (given === 'null' || given === wanted) return true;
  return wanted === 'text' && (given === 'digits' || given === 'date');
}
