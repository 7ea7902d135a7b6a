import type { Migration } from './migration.ts';

/** Hosts that scenarios of a company may ask (S10). The token is sealed under a key that is not in the database. */
export const httpHosts: Migration = {
  name: '0023-http-hosts',
  async up(knex) {
    await knex.schema.createTable('http_hosts', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('host').notNullable();
      table.text('token');
      table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
      table.unique(['tenant', 'host']);
    });
  },
  async down(knex) {
    await knex.schema.dropTable('http_hosts');
  },
};
