import { hostTokenOwner } from '../../api/http-host/host-token.ts';
import { unseal } from '../../api/session/seal.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';

/** A host that a call may ask, with what it sends along: whole, so it belongs in no log and no history. */
export type AskableHost = { host: string; token: string | null };

/** What running calls find out about their company, as it is at this moment. */
export type CallSurroundings = {
  /** The version of a scenario that new calls get; null when it has none, was removed, or is another company's. */
  publishedScenario(tenant: TenantId, scenario: string): Promise<ScenarioHash | null>;
  listedHosts(tenant: TenantId): Promise<AskableHost[]>;
};

/** Reads from the database; `sealKey` opens the tokens of hosts. */
export function createCallSurroundings(
  { scenarioVersions, httpHosts }: Pick<Repositories, 'scenarioVersions' | 'httpHosts'>,
  sealKey: Buffer,
): CallSurroundings {
  const actor = systemActor('flow-worker');
  return {
    publishedScenario: async (tenant, scenario) =>
      (await scenarioVersions.live(actor, tenant, scenario)) ?? null,
    async listedHosts(tenant) {
      const rows = await httpHosts.listed(actor, tenant);
      return rows.map(({ id, host, token }) => ({
        host,
        token: token === null ? null : unseal(sealKey, hostTokenOwner(id), token),
      }));
    },
  };
}
