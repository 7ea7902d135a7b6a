import type { Actor } from '../../contracts/api/actor.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { NumberRoute } from '../switch/numbers.ts';

/** What callers of a trial hear while the engine is away. */
const TRIAL_FALLBACK = { kind: 'file', path: 'ko/system/fallback.wav' } as const;

/**
 * Numbers that a scenario answers; the others get no call through, and the dialplan's fallback speaks for them. A number
 * of the company's own comes before a trial that happens to have the same digits.
 */
export async function loadNumbers(tables: Repositories, actor: Actor): Promise<Map<string, NumberRoute>> {
  const [rows, trials] = await Promise.all([
    tables.numbers.all(actor),
    tables.trials.living(actor, Date.now()),
  ]);
  const routes = new Map<string, NumberRoute>();
  for (const { number, tenant, hash, until } of trials)
    routes.set(number, { tenant, scenario: hash, fallback: TRIAL_FALLBACK, trialUntil: until });
  for (const { digits, tenant, scenario, fallbackPrompt, enabled } of rows) {
    if (!enabled || scenario === null) continue;
    routes.set(digits, { tenant, scenario, fallback: { kind: 'file', path: fallbackPrompt } });
  }
  return routes;
}
