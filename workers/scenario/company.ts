import type { BenchCompany } from '../../api/scenario/workbench.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { JobCompany } from './job.ts';
import { linkedScenarios } from './linked-scenarios.ts';

/** What a document of a company may name, as it is now. */
export async function companyOf(
  tables: Repositories,
  { actor, tenant }: BenchCompany,
  document: unknown,
): Promise<JobCompany> {
  const [prompts, hosts, ofAll, drafts, allHours, declared, linked] = await Promise.all([
    tables.promptCatalogs.entriesOf(actor, tenant),
    tables.httpHosts.listed(actor, tenant),
    tables.numbers.all(actor),
    tables.scenarios.list(actor),
    tables.calendars.list(actor),
    tables.declaredHolidays.of(actor, tenant),
    linkedScenarios(tables, { actor, tenant }, document),
  ]);
  // A platform administrator sees those of every company.
  const own = <T extends { tenant: string }>(rows: T[]): T[] => rows.filter((row) => row.tenant === tenant);
  const calendars = own(allHours);
  return {
    prompts,
    linked,
    surroundings: {
      hosts: hosts.map(({ host }) => host),
      numbers: own(ofAll).map(({ digits }) => digits),
      scenarios: own(drafts).flatMap(({ id, live }) => (live === null ? [] : [id])),
      calendars: calendars.map(({ id }) => id),
    },
    hours: {
      settings: Object.fromEntries(calendars.map(({ id, settings }) => [id, settings])),
      ofNumbers: Object.fromEntries(calendars.flatMap(({ id, numbers }) => numbers.map((one) => [one, id]))),
      declared: declared.map(({ date, name }) => ({ date, name })),
    },
  };
}
