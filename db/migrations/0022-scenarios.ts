import type { Knex } from 'knex';
import type { Migration } from './migration.ts';

/**
 * Scenarios as people edit them. `scenarios` is the draft and the version that is live; what was published stands in
 * `scenario_versions` and never changes. A number that follows a scenario gets each version when it goes live; one whose
 * version a person chose keeps it.
 */
export const scenarios: Migration = {
  name: '0022-scenarios',
  async up(knex) {
    await knex.schema.createTable('scenarios', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('name').notNullable();
      table.jsonb('document').notNullable();
      table.jsonb('layout').notNullable().defaultTo('{}');
      table.integer('revision').notNullable().defaultTo(1);
      table.specificType('live_hash', 'char(64)');
      // Set when a person saves, publishes or rolls back: a start of a newer release then leaves it alone.
      table.timestamp('edited_at');
      table.timestamp('removed_at');
      table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
      table.uuid('updated_by').references('users.id').onDelete('set null');
      table.foreign(['tenant', 'live_hash']).references(['tenant', 'hash']).inTable('scenario_versions');
    });
    await knex.raw(
      'create unique index scenarios_name_unique on scenarios (tenant, name) where removed_at is null',
    );
    await knex.schema.alterTable('scenario_versions', (table) => {
      table.uuid('scenario').references('scenarios.id');
      table.text('note').notNullable().defaultTo('');
      table.uuid('published_by').references('users.id').onDelete('set null');
      table.index(['scenario', 'version']);
    });
    await knex.schema.alterTable('numbers', (table) => {
      table.uuid('scenario').references('scenarios.id');
      table.uuid('calendar');
      table.index(['scenario']);
    });
    await knex.schema.createTable('scenario_tests', (table) => {
      table.uuid('id').primary();
      table.uuid('scenario').notNullable().references('scenarios.id');
      table.text('name').notNullable();
      table.jsonb('given').notNullable();
      table.jsonb('expect').notNullable();
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
      table.unique(['scenario', 'name']);
    });
    await knex.schema.alterTable('call_steps', (table) => {
      table.text('note');
    });
    await adoptPublished(knex);
  },
  async down(knex) {
    await knex.schema.alterTable('call_steps', (table) => {
      table.dropColumn('note');
    });
    await knex.schema.dropTable('scenario_tests');
    await knex.schema.alterTable('numbers', (table) => {
      table.dropColumns('scenario', 'calendar');
    });
    await knex.schema.alterTable('scenario_versions', (table) => {
      table.dropColumns('scenario', 'note', 'published_by');
    });
    await knex.schema.dropTable('scenarios');
  },
};

/** Each published name becomes a scenario; the numbers that a start made lead to its newest version, and so follow it. */
async function adoptPublished(knex: Knex): Promise<void> {
  await knex.raw(`
    insert into scenarios (id, tenant, name, document, live_hash)
    select distinct on (tenant, name) gen_random_uuid(), tenant, name, document, hash
    from scenario_versions order by tenant, name, version desc`);
  await knex.raw(`
    update scenario_versions as v set scenario = s.id
    from scenarios as s where s.tenant = v.tenant and s.name = v.name`);
  await knex.raw(`
    update numbers as n set scenario = s.id from scenarios as s
    where s.tenant = n.tenant and s.live_hash = n.scenario_hash and n.edited_at is null`);
}
