/**
 * `01012341234` → `010****1234`. What logs and lists may show of a number (quality.md §2.6); short numbers
 * (extensions) keep only their last digit.
 */
export function maskNumber(digits: string): string {
  const clean = digits.replace(/[^0-9+*#]/g, '');
  if (clean.length <= 4) return clean.replace(/.(?=.)/g, '*');
  if (clean.length < 8) return `${'*'.repeat(clean.length - 2)}${clean.slice(-2)}`;
  return `${clean.slice(0, 3)}${'*'.repeat(clean.length - 7)}${clean.slice(-4)}`;
}
