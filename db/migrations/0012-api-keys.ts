import type { Migration } from './migration.ts';

/** Keys of programs. Only the hash is kept: a copy of the database signs nobody in. */
export const apiKeys: Migration = {
  name: '0012-api-keys',
  async up(knex) {
    await knex.schema.createTable('api_keys', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('name').notNullable();
      table.text('prefix').notNullable();
      table.specificType('token_hash', 'char(64)').notNullable().unique();
      table.specificType('scopes', 'text[]').notNullable();
      // No foreign key: our own processes make keys too, and a key outlives who made it.
      table.uuid('created_by');
      table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
      table.timestamp('last_used_at');
      table.timestamp('revoked_at');
      table.timestamp('expires_at');
      table.index(['tenant', 'created_at']);
    });
    // The list of the audit log goes by id within a company.
    await knex.schema.alterTable('audit_log', (table) => {
      table.index(['tenant', 'id']);
    });
  },
  async down(knex) {
    await knex.schema.alterTable('audit_log', (table) => {
      table.dropIndex(['tenant', 'id']);
    });
    await knex.schema.dropTable('api_keys');
  },
};
