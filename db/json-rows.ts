/**
 * Rows as one value of a statement, for `jsonb_to_recordset`. Postgres takes neither NUL nor half of a surrogate pair,
 * and what people and providers write may hold both.
 */
export const jsonRows = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_name, value: unknown) => (typeof value === 'string' ? cleanText(value) : value));

/** A text as Postgres can keep it. */
export const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed();
