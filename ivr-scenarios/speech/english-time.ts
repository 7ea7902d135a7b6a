import { clockTime } from './clock-time.ts';
import { belowHundred, englishDigits } from './english-number.ts';

/** Pieces of a time of day: two thirty p.m., two oh five p.m., noon, midnight; what is no time by its digits. */
export function englishTime(text: string): string[] {
  const time = clockTime(text);
  if (time === undefined) return englishDigits(text);
  const { hour, minute } = time;
  if (minute === 0 && hour % 12 === 0) return [hour === 0 ? 'time/midnight' : 'time/noon'];
  const minutes = minute === 0 ? [] : [...(minute < 10 ? ['number/oh'] : []), ...belowHundred(minute)];
  return [...belowHundred(hour % 12 || 12), ...minutes, hour < 12 ? 'time/am' : 'time/pm'];
}
