import type { BenchCompany } from '../../api/scenario/workbench.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { JobCompany } from './job.ts';

/** What documents of a company may name, as it is now. */
export async function companyOf(
  { promptCatalogs, httpHosts, numbers, scenarios }: Repositories,
  { actor, tenant }: BenchCompany,
): Promise<JobCompany> {
  const [prompts, hosts, ofAll, drafts] = await Promise.all([
    promptCatalogs.entriesOf(actor, tenant),
    httpHosts.listed(actor, tenant),
    numbers.all(actor),
    scenarios.list(actor),
  ]);
  const own = <T extends { tenant: string }>(rows: T[]): T[] => rows.filter((row) => row.tenant === tenant);
  return {
    prompts,
    surroundings: {
      hosts: hosts.map(({ host }) => host),
      numbers: own(ofAll).map(({ digits }) => digits),
      scenarios: own(drafts).flatMap(({ id, live }) => (live === null ? [] : [id])),
    },
  };
}
