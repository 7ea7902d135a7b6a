import type { Actor } from '../../contracts/api/actor.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { NumberRoute } from '../switch/numbers.ts';

/** Numbers that a scenario answers; the others get no call through, and the dialplan's fallback speaks for them. */
export async function loadNumbers(tables: Repositories, actor: Actor): Promise<Map<string, NumberRoute>> {
  const rows = await tables.numbers.all(actor);
  const routes = new Map<string, NumberRoute>();
  for (const { digits, tenant, scenario, fallbackPrompt, enabled } of rows) {
    if (!enabled || scenario === null) continue;
    routes.set(digits, { tenant, scenario, fallback: { kind: 'file', path: fallbackPrompt } });
  }
  return routes;
}
