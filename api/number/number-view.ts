import type { NumberView } from '../../contracts/api/numbers.ts';
import type { NumberDetail } from '../../db/repositories/numbers-list.ts';
import { hoursToday } from './hours-today.ts';
import type { NumberParts } from './number-parts.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** A number as the api shows it; `at` is the instant, ms, for which today's hours are told. */
export function toNumberView(number: NumberDetail, parts: NumberParts, at: number): NumberView {
  const { digits, tenant, enabled, fallbackPrompt, scenario } = number;
  return {
    digits,
    tenant,
    enabled,
    scenario:
      scenario === null
        ? null
        : {
            hash: scenario.hash,
            name: scenario.name,
            version: scenario.version,
            publishedAt: iso(scenario.publishedAt),
          },
    follows: number.follows,
    calendar: number.calendar,
    fallbackPrompt,
    fallbackWords: parts.sentences.find(({ path }) => path === fallbackPrompt)?.words ?? null,
    hours: hoursToday(scenario?.calendars, at, parts.hoursVerdict),
    since: iso(number.since),
    updatedAt: iso(number.updatedAt),
  };
}
