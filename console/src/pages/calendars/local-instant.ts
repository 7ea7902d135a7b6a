const shown = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });

/** What a zone's clock shows at an instant, for a date-and-time field: `2026-12-24T17:59:59`. */
export const localOf = (instantMs: number, zone: string): string =>
  shown(zone).format(new Date(instantMs)).replace(' ', 'T');

/** Instant, ms, at which a zone's clock shows a local time; the first of two. Null: no date. */
export function instantOf(local: string, zone: string): number | null {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) return null;
  // The offset may differ between the guess and the answer: twice is enough around a change of the clock.
  let instant = wanted;
  for (let round = 0; round < 2; round += 1) instant += wanted - Date.parse(`${localOf(instant, zone)}Z`);
  return instant;
}
