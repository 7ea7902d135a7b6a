import type { Migration } from './migration.ts';

/** Companies that share one installation; every row that people look up belongs to one. */
export const tenants: Migration = {
  name: '0001-tenants',
  async up(knex) {
    await knex.schema.createTable('tenants', (table) => {
      table.uuid('id').primary();
      table.text('name').notNullable();
      table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    });
  },
  async down(knex) {
    await knex.schema.dropTable('tenants');
  },
};
