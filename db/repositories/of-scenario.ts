/**
 * Versions of `:scenario` that `:tenant` may see (null: of every company). The company stands in the statement itself:
 * its index by arrival is the way into the calls.
 */
export const OF_SCENARIO = `
  select v.tenant, v.hash from scenario_versions as v
  where v.scenario = :scenario and (:tenant::uuid is null or v.tenant = :tenant::uuid)`;
