import type { CountUnit } from '../../contracts/scenario/prompt-item.ts';
import { digitPieces, koreanNumber, MAX_SPOKEN_NUMBER } from './korean-number.ts';

/** Units that take native numerals (한 명, 두 시간, 스무 개); the others take Sino-Korean ones (삼 분, 이 층). */
const NATIVE: ReadonlySet<CountUnit> = new Set(['people', 'items', 'cases', 'times', 'hours', 'place']);

/**
 * Pieces of a count with its unit: 한 명, 백스물세 개, 삼 분, 첫 번째. Native numerals go to 99; hundreds and above are
 * Sino-Korean before them. What is no whole number from 0 on is read as a number.
 */
export function koreanCount(value: number, unit: CountUnit): string[] {
  // Also false for NaN.
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return [];
  const size = Math.trunc(value);
  if (!NATIVE.has(unit) || size <= 0) return [...koreanNumber(size), `unit/${unit}`];
  if (size > MAX_SPOKEN_NUMBER) return [...digitPieces(size.toFixed(0)), `unit/${unit}`];
  if (unit === 'place' && size === 1) return ['native/first', 'unit/place'];
  return [...native(size), `unit/${unit}`];
}

/** Numerals as they stand before a noun: 한, 두, 스무, 스물한 …, after Sino-Korean hundreds. */
export function native(size: number): string[] {
  const below = size % 100;
  const above = size - below;
  const tens = below - (below % 10);
  const head = above === 0 ? [] : koreanNumber(above);
  if (below === 20) return [...head, 'native/20-alone'];
  return [
    ...head,
    ...(tens === 0 ? [] : [`native/${tens}`]),
    ...(below % 10 === 0 ? [] : [`native/${below % 10}`]),
  ];
}
