const SEOUL_MS = 9 * 3_600_000;

/** What a field for date and time holds in Seoul at an instant (ms): `2026-09-21T18:30`. */
export const seoulField = (at: number): string => new Date(at + SEOUL_MS).toISOString().slice(0, 16);

/** What the api takes for such a field; null when the field holds no time. Korea has no daylight saving. */
export function seoulInstant(field: string): string | null {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$/.test(field)) return null;
  const text = `${field}:00+09:00`;
  return Number.isNaN(Date.parse(text)) ? null : text;
}
