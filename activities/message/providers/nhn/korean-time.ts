const OFFSET_MS = 9 * 3_600_000;

/** `2026-03-01 09:30:00` of an instant in Seoul, which has no summer time; NHN writes and reads times so. */
export const koreanTime = (at: number): string =>
  new Date(at + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** The instant of a time as NHN writes it, with or without an offset; undefined when it is none. */
export function instantOf(text: string | null | undefined): number | undefined {
  if (text === null || text === undefined) return undefined;
  const iso = text.trim().replace(' ', 'T');
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) || !iso.includes('T') ? iso : `${iso}+09:00`;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? undefined : at;
}
