import type { Migration } from './migration.ts';

/** Published scenarios. A row never changes: its key is the hash of its content, and calls keep pointing at it. */
export const scenarioVersions: Migration = {
  name: '0002-scenario-versions',
  async up(knex) {
    await knex.schema.createTable('scenario_versions', (table) => {
      table.specificType('hash', 'char(64)').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('name').notNullable();
      table.jsonb('document').notNullable();
      // Sub-scenarios by id, so that a call loads and compiles only the part that it enters.
      table.jsonb('parts').notNullable();
      table.timestamp('published_at').notNullable().defaultTo(knex.fn.now());
      table.index(['tenant', 'name', 'published_at']);
    });
  },
  async down(knex) {
    await knex.schema.dropTable('scenario_versions');
  },
};
