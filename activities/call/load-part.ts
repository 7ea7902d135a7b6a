import { CallwrightError } from '../../contracts/errors.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';
import type { CallActivities } from './types.ts';

export type ScenarioStore = {
  entryPart(scenario: ScenarioHash): Promise<string | undefined>;
  part(scenario: ScenarioHash, part: string): Promise<ScenarioPart | undefined>;
};

/** Versions are immutable, so they may be kept for ever; 500 parts of 64 KB at most is 32 MB. */
const KEPT_PARTS = 500;

/** Wraps a store so that a part is read from the database once a process: a call must not wait for it in every turn. */
export function createCachedStore(store: ScenarioStore): ScenarioStore {
  const entries = new Map<ScenarioHash, string>();
  const parts = new Map<string, ScenarioPart>();
  return {
    async entryPart(scenario) {
      const known = entries.get(scenario) ?? (await store.entryPart(scenario));
      if (known !== undefined) entries.set(scenario, known);
      return known;
    },
    async part(scenario, part) {
      const key = `${scenario}/${part}`;
      const known = parts.get(key) ?? (await store.part(scenario, part));
      if (known !== undefined) parts.set(key, known);
      const oldest = parts.keys().next().value;
      if (parts.size > KEPT_PARTS && oldest !== undefined) parts.delete(oldest);
      return known;
    },
  };
}

/** Returns one part of a scenario version, the entry part unless one is named; `scenario/not-found` is terminal. */
export const createLoadPart =
  (store: ScenarioStore): CallActivities['loadPart'] =>
  async ({ scenario, part: named }) => {
    const entryPart = await store.entryPart(scenario);
    const part = entryPart === undefined ? undefined : await store.part(scenario, named ?? entryPart);
    if (entryPart === undefined || part === undefined) {
      throw new CallwrightError(
        'scenario/not-found',
        `scenario version ${scenario.slice(0, 12)} is not in the database`,
      );
    }
    return { entryPart, part };
  };
