import type { Why } from '../../contracts/calendar/verdict.ts';
import type { Hours } from '../../contracts/call/event.ts';
import { stretchesOf, verdictIn } from './day-rule.ts';
import { addDays, clockChanges, instantsOf, localTimeOf } from './local-time.ts';

type RuleOf = (date: string) => Why;

/** Days that are looked through at once; most changes come within the first two. */
const STEPS = [4, 14, 80, 320] as const;
/** A date begins at most so long before it does in UTC (UTC+14, and an hour that comes twice). */
const EARLIEST_MS = 16 * 60 * 60_000;

/** First instant after `instantMs` at which the verdict is another one; null: none within 400 days. */
export function nextChange(ruleOf: RuleOf, zone: string, instantMs: number): number | null {
  const now = verdictOf(ruleOf, zone, instantMs);
  return firstInstant(ruleOf, zone, instantMs, (verdict) => verdict !== now);
}

/** What the clock of a zone says at an instant, ms. */
export function verdictOf(ruleOf: RuleOf, zone: string, instantMs: number): Hours {
  const { date, time } = localTimeOf(instantMs, zone);
  return verdictIn(ruleOf(date), time);
}

/**
 * First instant after `instantMs` from which on a wanted verdict holds that did not before; null: none within 400 days.
 * A verdict can change only where a stretch of some day begins, and where the clock itself is put forward or back:
 * those instants are tried in order, whatever the zone does in between.
 */
export function firstInstant(
  ruleOf: RuleOf,
  zone: string,
  instantMs: number,
  wanted: (verdict: Hours) => boolean,
): number | null {
  // A clock that is put back over midnight shows yesterday once more.
  let date = addDays(localTimeOf(instantMs, zone).date, -1);
  for (const days of STEPS) {
    const known = Date.parse(`${addDays(date, days)}T00:00:00Z`) - EARLIEST_MS;
    const found = candidates(ruleOf, zone, date, days, wanted)
      .filter((at) => at > instantMs && at < known)
      .find((at) => wanted(verdictOf(ruleOf, zone, at)));
    if (found !== undefined) return found;
    // What lies after `known` belongs to the last two days: they are looked at once more.
    date = addDays(date, days - 2);
  }
  return null;
}

function candidates(
  ruleOf: RuleOf,
  zone: string,
  first: string,
  days: number,
  wanted: (verdict: Hours) => boolean,
): number[] {
  const begin = Date.parse(`${first}T00:00:00Z`) - EARLIEST_MS;
  const found = clockChanges(zone, begin, Date.parse(`${addDays(first, days)}T00:00:00Z`));
  for (let day = 0; day < days; day += 1) {
    const date = addDays(first, day);
    for (const { from, verdict } of stretchesOf(ruleOf(date)))
      if (wanted(verdict)) found.push(...instantsOf(date, from, zone));
  }
  return found.sort((a, b) => a - b);
}
