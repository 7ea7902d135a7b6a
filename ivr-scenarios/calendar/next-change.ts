import type { Why } from '../../contracts/calendar/verdict.ts';
import type { Hours } from '../../contracts/call/event.ts';
import { stretchesOf, verdictIn } from './day-rule.ts';
import { addDays, clockChanges, instantsOf, localTimeOf } from './local-time.ts';

type RuleOf = (date: string) => Why;

/** Days that are looked through at once; most changes come within the first two. */
const STEPS = [4, 14, 80, 320] as const;
/** A date begins at most so long before it does in UTC (UTC+14, and an hour that comes twice). */
const EARLIEST_MS = 16 * 60 * 60_000;

/**
 * First instant after `instantMs` at which the verdict is another one; null: none within 400 days. A verdict can change
 * only where a stretch of some day begins, and where the clock itself is put forward or back: those instants are tried
 * in order, whatever the zone does in between.
 */
export function nextChange(ruleOf: RuleOf, zone: string, instantMs: number): number | null {
  const verdict = (at: number): Hours => {
    const { date, time } = localTimeOf(at, zone);
    return verdictIn(ruleOf(date), time);
  };
  const now = verdict(instantMs);
  // A clock that is put back over midnight shows yesterday once more.
  let date = addDays(localTimeOf(instantMs, zone).date, -1);
  for (const days of STEPS) {
    const known = Date.parse(`${addDays(date, days)}T00:00:00Z`) - EARLIEST_MS;
    const found = candidates(ruleOf, zone, date, days, now)
      .filter((at) => at > instantMs && at < known)
      .find((at) => verdict(at) !== now);
    if (found !== undefined) return found;
    // What lies after `known` belongs to the last two days: they are looked at once more.
    date = addDays(date, days - 2);
  }
  return null;
}

function candidates(ruleOf: RuleOf, zone: string, first: string, days: number, now: Hours): number[] {
  const begin = Date.parse(`${first}T00:00:00Z`) - EARLIEST_MS;
  const found = clockChanges(zone, begin, Date.parse(`${addDays(first, days)}T00:00:00Z`));
  for (let day = 0; day < days; day += 1) {
    const date = addDays(first, day);
    const stretches = stretchesOf(ruleOf(date));
    if (stretches.every(({ verdict }) => verdict === now)) continue;
    for (const { from } of stretches) found.push(...instantsOf(date, from, zone));
  }
  return found.sort((a, b) => a - b);
}
