import { clockTime } from './clock-time.ts';
import { native } from './korean-count.ts';
import { digitPieces, koreanNumber } from './korean-number.ts';

/** Pieces of a time of day: 오후 두 시 삼십 분; 12:00 is 정오 and 0:00 자정. What is no time is read digit by digit. */
export function koreanTime(text: string): string[] {
  const time = clockTime(text);
  if (time === undefined) return digitPieces(text);
  const { hour, minute } = time;
  if (minute === 0 && hour % 12 === 0) return [hour === 0 ? 'time/midnight' : 'time/noon'];
  const minutes = minute === 0 ? [] : [...koreanNumber(minute), 'unit/minutes'];
  return [hour < 12 ? 'time/am' : 'time/pm', ...native(hour % 12 || 12), 'time/hour', ...minutes];
}
