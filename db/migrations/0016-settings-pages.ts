import type { Migration } from './migration.ts';

/**
 * What the pages of numbers and of the system show: running numbers of scenario versions, since when a number leads
 * where it does, whether a person set it so (a start then leaves it alone), and what runs in which version.
 */
export const settingsPages: Migration = {
  name: '0016-settings-pages',
  async up(knex) {
    await knex.schema.alterTable('scenario_versions', (table) => {
      table.integer('version');
    });
    await knex.raw(`
      update scenario_versions as v set version = counted.version
      from (select hash, row_number() over (partition by tenant, name order by published_at, hash) as version
            from scenario_versions) as counted
      where counted.hash = v.hash`);
    await knex.schema.alterTable('scenario_versions', (table) => {
      table.dropNullable('version');
      table.unique(['tenant', 'name', 'version']);
    });
    await knex.schema.alterTable('numbers', (table) => {
      table.timestamp('since').notNullable().defaultTo(knex.fn.now());
      table.timestamp('edited_at');
    });
    await knex.raw('update numbers set since = updated_at');
    await knex.schema.alterTable('part_health', (table) => {
      table.text('version');
    });
    await knex.schema.createTable('switch_status', (table) => {
      table.text('node').primary();
      table.text('version');
      table.timestamp('up_since');
      table.integer('sessions');
      table.integer('max_sessions');
      table.timestamp('reported_at').notNullable().defaultTo(knex.fn.now());
    });
  },
  async down(knex) {
    await knex.schema.dropTable('switch_status');
    await knex.schema.alterTable('part_health', (table) => {
      table.dropColumn('version');
    });
    await knex.schema.alterTable('numbers', (table) => {
      table.dropColumns('since', 'edited_at');
    });
    await knex.schema.alterTable('scenario_versions', (table) => {
      table.dropColumn('version');
    });
  },
};
