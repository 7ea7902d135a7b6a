import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import type { ScenarioStore } from './load-part.ts';
import type { CallActivities } from './types.ts';

/** The version of a scenario that new calls get now; null when it has none, was removed, or is another company's. */
export type PublishedScenario = (tenant: TenantId, scenario: string) => Promise<ScenarioHash | null>;

/** Finds the version to which a call goes over, with the part in which it begins. */
export const createPublishedScenario =
  (
    published: PublishedScenario,
    store: Pick<ScenarioStore, 'entryPart'>,
  ): CallActivities['publishedScenario'] =>
  async ({ tenant, scenario }) => {
    const hash = await published(tenant, scenario);
    const entryPart = hash === null ? undefined : await store.entryPart(hash);
    return hash === null || entryPart === undefined ? null : { hash, entryPart };
  };
