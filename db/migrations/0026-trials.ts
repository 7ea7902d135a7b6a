import type { Migration } from './migration.ts';

/**
 * Drafts that can be called for an hour: a version that is neither live nor in a list, and the number that leads to it. A
 * table of their own, so that nothing that counts or lists versions and numbers can meet them.
 */
export const trials: Migration = {
  name: '0026-trials',
  async up(knex) {
    await knex.schema.createTable('trials', (table) => {
      table.text('number').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.uuid('scenario').notNullable().references('scenarios.id');
      table.specificType('hash', 'char(64)').notNullable().unique();
      table.text('name').notNullable();
      table.jsonb('document').notNullable();
      table.jsonb('parts').notNullable();
      table.timestamp('until', { precision: 3 }).notNullable();
      table.uuid('created_by').references('users.id').onDelete('set null');
      table.index(['tenant', 'until']);
      table.check("number ~ '^99[0-9]{6}$'", [], 'trials_number_check');
    });
    // Switch workers load their numbers anew, as they do for those of `numbers`.
    await knex.raw(`
      create trigger trials_changed after insert or update or delete on trials
      for each statement execute function numbers_changed()`);
  },
  async down(knex) {
    await knex.schema.dropTable('trials');
  },
};
