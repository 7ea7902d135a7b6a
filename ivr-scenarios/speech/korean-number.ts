/**
 * Sino-Korean reading of a number as prompt pieces: groups of four digits (만, 억), and inside a group 천, 백, 십.
 * `일` is left out before 십, 백, 천 and before a leading 만 (만 오천, but 십일만).
 */
const GROUPS = [
  { unit: 100_000_000, piece: 'number/100000000' },
  { unit: 10_000, piece: 'number/10000' },
] as const;

/** Greatest number that can be spoken; a greater one is read digit by digit. */
export const MAX_SPOKEN_NUMBER = 999_999_999_999;

/**
 * Pieces (paths below the language folder, without `.wav`) of an integer.
 * @param value any number; fractions are cut off, what is no safe integer is silent
 */
export function koreanNumber(value: number): string[] {
  // Also false for NaN; beyond this the digits of a double are not what was meant.
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return [];
  const whole = Math.trunc(value);
  if (whole === 0) return ['number/0'];
  const sign = whole < 0 ? ['number/minus'] : [];
  const size = Math.abs(whole);
  if (size > MAX_SPOKEN_NUMBER) return [...sign, ...digitPieces(size.toFixed(0))];
  return [...sign, ...groups(size)];
}

/** One piece per key; `*` and `#` have words of their own, other characters are skipped. */
export function digitPieces(text: string): string[] {
  return [...text].flatMap((key) => {
    if (key >= '0' && key <= '9') return [`digit/${key}`];
    if (key === '*') return ['digit/star'];
    return key === '#' ? ['digit/hash'] : [];
  });
}

function groups(size: number): string[] {
  const pieces: string[] = [];
  let rest = size;
  for (const { unit, piece } of GROUPS) {
    const count = Math.floor(rest / unit);
    rest %= unit;
    if (count === 0) continue;
    const bareMan = unit === 10_000 && count === 1 && pieces.length === 0;
    pieces.push(...(bareMan ? [] : belowTenThousand(count)), piece);
  }
  return [...pieces, ...belowTenThousand(rest)];
}

/** Tens, hundreds and thousands are one piece each (`이백`), so that they sound joined. */
function belowTenThousand(size: number): string[] {
  const pieces: string[] = [];
  for (const unit of [1_000, 100, 10]) {
    const digit = Math.floor(size / unit) % 10;
    if (digit > 0) pieces.push(`number/${digit * unit}`);
  }
  const ones = size % 10;
  return ones > 0 ? [...pieces, `digit/${ones}`] : pieces;
}
