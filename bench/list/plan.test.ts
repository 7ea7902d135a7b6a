import test from 'ava';
import { branchesOf } from '../../db/repositories/calls-branches.ts';
import { pageSql, totalSql } from '../../db/repositories/calls-list.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { fillCalls } from './fill-calls.ts';
import { mixtures } from './filters.ts';

const companies = { large: DEMO_TENANT, middle: newTenantId(), small: newTenantId() };
const db = useTestDatabase(test, {
  async prepare({ tenants }) {
    await tenants.ensureDemoTenant(system);
    for (const id of [companies.middle, companies.small]) await tenants.create(system, { id, name: 'x' });
  },
});

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

test('no mixture of filters reads the table from end to end (short form of the bench of 1,000,000 rows)', async (t) => {
  await fillCalls(db().url, 20_000, companies);
  const { knex } = db().database;
  for (const { names, conditions } of mixtures(60, 7))
    for (const tenant of [undefined, companies.large, companies.small]) {
      const branches = await branchesOf(knex, tenant, conditions);
      if (branches.length === 0) continue;
      for (const { sql, values } of [pageSql(branches, { ...conditions, limit: 50 }), totalSql(branches)]) {
        const { rows } = await knex.raw(`explain (format json) ${sql}`, [...values]);
        const scans = nodes(rows[0]['QUERY PLAN'][0].Plan).filter(
          (node) => node['Relation Name'] === 'calls',
        );
        const counted = names[0] === 'no filter' && !sql.includes('order by');
        t.true(scans.length > 0);
        // Counting to 10,000 of everything may as well read the table: it stops there.
        if (!counted)
          t.false(
            scans.some((node) => node['Node Type'] === 'Seq Scan'),
            `${names} ${tenant}`,
          );
      }
    }
});
