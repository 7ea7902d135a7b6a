import type { CountUnit } from '../../contracts/scenario/prompt-item.ts';
import { englishNumber } from './english-number.ts';

const LAST_ORDINAL = 31;

/** Pieces of a count with its unit: one person, three people, floor two, third; a place beyond 31 is `number thirty-two`. */
export function englishCount(value: number, unit: CountUnit): string[] {
  // Also false for NaN.
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return [];
  const size = Math.trunc(value);
  if (unit === 'floors') return ['unit/floor', ...englishNumber(size)];
  if (unit !== 'place') return [...englishNumber(size), `unit/${unit}${size === 1 ? '-one' : ''}`];
  return size >= 1 && size <= LAST_ORDINAL ? [`ordinal/${size}`] : ['unit/place', ...englishNumber(size)];
}
