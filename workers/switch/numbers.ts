import type { Prompt } from '../../contracts/call/prompt.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';

/** What a dialled number leads to. */
export type NumberRoute = {
  tenant: TenantId;
  scenario: ScenarioHash;
  fallback: Prompt;
  /** Of a draft on trial: its number is answered until then, ms, and only to our own phones. */
  trialUntil?: number;
};

/** Whether a call came over a trunk or from one of our own phones. */
export type CameFrom = 'trunk' | 'phone';

/**
 * The switch worker's own copy of the numbers: a call must be taken while the database is away. Refreshed when the
 * database says that numbers changed, and every minute in case that was missed.
 */
export type Numbers = {
  route(called: string, from: CameFrom): NumberRoute | undefined;
  refresh(): Promise<void>;
  size(): number;
};

/** `now`, ms, decides whether a trial is over: a copy that could not be refreshed must not prolong one. */
export function createNumbers(
  load: () => Promise<Map<string, NumberRoute>>,
  now: () => number = Date.now,
): Numbers {
  let routes = new Map<string, NumberRoute>();
  return {
    route(called, from) {
      const route = routes.get(domestic(called));
      if (route?.trialUntil === undefined) return route;
      return from === 'phone' && now() < route.trialUntil ? route : undefined;
    },
    async refresh() {
      routes = await load();
    },
    size: () => routes.size,
  };
}

/** `+82 2 1234…`, `+82 (0)2 …` and `0082…` as trunks may write them → `02…`, the form in which numbers are stored. */
export function domestic(called: string): string {
  const digits = called.replace(/[^0-9+]/g, '');
  const national = /^(?:\+|00)820?(?<rest>[1-9][0-9]*)$/.exec(digits)?.groups?.['rest'];
  if (national === undefined) return digits;
  // Representative numbers (15xx, 16xx, 18xx) are dialled without the trunk zero.
  return /^1[568][0-9]{6}$/.test(national) ? national : `0${national}`;
}
