/** English reading of numbers as pieces below `en/`. */
const GROUPS = [
  { unit: 1_000_000_000, piece: 'number/billion' },
  { unit: 1_000_000, piece: 'number/million' },
  { unit: 1_000, piece: 'number/thousand' },
] as const;

/** Greatest number that is spoken as one; a greater one is read digit by digit. */
const MAX_SPOKEN = 999_999_999_999;

/**
 * Pieces of an integer.
 * @param value any number; fractions are cut off, what is no safe integer is silent
 */
export function englishNumber(value: number): string[] {
  // Also false for NaN.
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return [];
  const whole = Math.trunc(value);
  const sign = whole < 0 ? ['number/minus'] : [];
  const size = Math.abs(whole);
  if (size === 0) return ['digit/0'];
  if (size > MAX_SPOKEN) return [...sign, ...englishDigits(size.toFixed(0))];
  const pieces: string[] = [];
  let rest = size;
  for (const { unit, piece } of GROUPS) {
    const count = Math.floor(rest / unit);
    rest %= unit;
    if (count > 0) pieces.push(...belowThousand(count), piece);
  }
  return [...sign, ...pieces, ...belowThousand(rest)];
}

/** One piece per key; other characters are skipped. */
export function englishDigits(text: string): string[] {
  return [...text].flatMap((key) => {
    if (key >= '0' && key <= '9') return [`digit/${key}`];
    if (key === '*') return ['digit/star'];
    return key === '#' ? ['digit/hash'] : [];
  });
}

/** 1 to 99; nothing for 0. */
export function belowHundred(size: number): string[] {
  if (size === 0) return [];
  if (size < 10) return [`digit/${size}`];
  if (size < 20) return [`number/${size}`];
  return [`number/${size - (size % 10)}`, ...belowHundred(size % 10)];
}

function belowThousand(size: number): string[] {
  const hundreds = Math.floor(size / 100);
  return [...(hundreds > 0 ? [`digit/${hundreds}`, 'number/hundred'] : []), ...belowHundred(size % 100)];
}
