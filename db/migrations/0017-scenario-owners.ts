import type { Migration } from './migration.ts';

/**
 * A version belongs to the company that published it: two companies may publish the same document, which has one hash. A
 * call's workflow asks by the hash alone, and every row of one hash has the same content. A number leads to a version
 * of its own company only.
 */
export const scenarioOwners: Migration = {
  name: '0017-scenario-owners',
  async up(knex) {
    await knex.schema.alterTable('numbers', (table) => {
      table.dropForeign('scenario_hash');
    });
    await knex.schema.alterTable('scenario_versions', (table) => {
      table.dropPrimary();
      table.primary(['tenant', 'hash']);
      table.index(['hash']);
    });
    await knex.schema.alterTable('numbers', (table) => {
      table.foreign(['tenant', 'scenario_hash']).references(['tenant', 'hash']).inTable('scenario_versions');
    });
  },
  async down(knex) {
    await knex.schema.alterTable('numbers', (table) => {
      table.dropForeign(['tenant', 'scenario_hash']);
    });
    await knex.raw(`
      delete from scenario_versions as later using scenario_versions as earlier
      where later.hash = earlier.hash
        and (later.published_at, later.tenant) > (earlier.published_at, earlier.tenant)`);
    await knex.schema.alterTable('scenario_versions', (table) => {
      table.dropPrimary();
      table.dropIndex(['hash']);
      table.primary(['hash']);
    });
    await knex.schema.alterTable('numbers', (table) => {
      table.foreign('scenario_hash').references('scenario_versions.hash');
    });
  },
};
