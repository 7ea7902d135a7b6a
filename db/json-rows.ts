/**
 * Rows as one value of a statement, for `jsonb_to_recordset`. Postgres takes neither NUL nor half of a surrogate pair,
 * and what people and providers write may hold both.
 */
export const jsonRows = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_name, value: unknown) => (typeof value === 'string' ? cleanText(value) : value));

/** A text as Postgres can keep it. */
export const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** JSON text of a value that people sent, names of fields too. The value's depth is bounded by whoever took it in. */
export const cleanJson = (value: unknown): string => JSON.stringify(cleaned(value)) ?? 'null';

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [cleanText(key), cleaned(field)]));
}
