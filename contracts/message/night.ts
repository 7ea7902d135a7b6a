/**
 * Advertising is forbidden from 21:00 to 08:00 without a consent of its own (정보통신망법 제50조 제3항). Korea is nine
 * hours before UTC and has had no summer time since 1988, so no table of zones is needed.
 */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SEOUL = 9 * HOUR;
const FROM = 8 * HOUR;
const UNTIL = 21 * HOUR;

/** The first ms, not before `ms`, at which advertising may be sent to somebody; `night`: he consented to it. */
export function adAllowedAt(ms: number, night: boolean): number {
  if (night) return ms;
  const ofDay = (((ms + SEOUL) % DAY) + DAY) % DAY;
  if (ofDay < FROM) return ms - ofDay + FROM;
  return ofDay < UNTIL ? ms : ms - ofDay + DAY + FROM;
}
