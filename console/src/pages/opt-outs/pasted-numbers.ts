/** Most numbers that are taken at once. */
export const MOST_NUMBERS = 10_000;

/**
 * Numbers out of a pasted text: one per line, or parted by commas, semicolons or tabs, as sheets and address books give
 * them. Each number once; blanks and hyphens within one stay for the api to read.
 */
export function pastedNumbers(text: string): readonly string[] {
  const parts = text.split(/[\n\r,;\t]+/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Digits of a search for a number, or null when there are too few to ask the api (it takes 3 to 20). */
export function searchedDigits(text: string | null): string | null {
  const digits = (text ?? '').replaceAll(/[^0-9]/g, '');
  return digits.length < 3 ? null : digits.slice(0, 20);
}
