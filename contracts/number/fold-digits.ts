/** Full-width forms lie this far above ASCII. */
const FULL_WIDTH = 0xfee0;
/** Dashes, brackets, dots, blanks (also no-break and ideographic) and what pasting brings along unseen. */
const BETWEEN = /[-‐-―−﹣－()（）[\]［］.．\s\u00a0\u2000-\u200f\u202a-\u202f\u2060-\u2069\u3000\ufeff]/gu;

/**
 * Digits of a number as people type, paste and export it, with a leading `+` if there was one; undefined when anything
 * else stands in it. A leading apostrophe is how spreadsheets mark a number as text.
 */
export function foldDigits(text: string): string | undefined {
  const plain = text.replace(/[０-９＋]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH));
  const digits = plain.trim().replace(/^'/, '').replace(BETWEEN, '');
  return /^\+?[0-9]{1,20}$/.test(digits) ? digits : undefined;
}
