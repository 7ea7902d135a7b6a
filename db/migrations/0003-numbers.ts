import type { Migration } from './migration.ts';

/**
 * Called number → tenant and scenario. Switch workers answer calls from their own copy; the trigger tells them to
 * load it again. The payload stays empty: Postgres then folds the notifications of one transaction into one.
 */
export const numbers: Migration = {
  name: '0003-numbers',
  async up(knex) {
    await knex.schema.createTable('numbers', (table) => {
      table.text('digits').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.specificType('scenario_hash', 'char(64)').references('scenario_versions.hash');
      table.text('fallback_prompt').notNullable();
      table.boolean('enabled').notNullable().defaultTo(true);
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
      table.index(['tenant']);
      // No question mark in here: knex takes it for a binding.
      table.check("digits ~ '^[+]{0,1}[0-9]{1,20}$'", [], 'numbers_digits_check');
    });
    await knex.raw(`
      create function numbers_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('numbers_changed', '');
        return null;
      end $$`);
    await knex.raw(`
      create trigger numbers_changed after insert or update or delete or truncate on numbers
      for each statement execute function numbers_changed()`);
  },
  async down(knex) {
    await knex.schema.dropTable('numbers');
    await knex.raw('drop function numbers_changed()');
  },
};
