/** JSON as a tree; what both writers below start from. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** Control characters but tab, LF and CR, and two non-characters: XML 1.0 cannot write them, or should not. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

const writable = (text: string): string => text.toWellFormed().replace(UNWRITABLE, '\ufffd');

/**
 * What JSON would keep of a value, with every character replaced that only one of the formats could carry. Done
 * before the format is chosen, so that JSON and XML always say the same (T21).
 */
export function toPlain(value: unknown): Plain {
  if (typeof value === 'string') return writable(value);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) return value.map((item) => toPlain(item));
  if (typeof value !== 'object') return null;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [writable(key), toPlain(field)]));
}
