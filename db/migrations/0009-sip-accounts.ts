import type { Migration } from './migration.ts';

/**
 * Phones that may register. The hash is all that digest authentication needs; the password itself is never kept. Switch
 * workers answer the switch from their own copy, which the trigger tells them to load again.
 */
export const sipAccounts: Migration = {
  name: '0009-sip-accounts',
  async up(knex) {
    await knex.schema.createTable('sip_accounts', (table) => {
      table.text('extension').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.specificType('a1_hash', 'char(32)').notNullable();
      table.text('display_name');
      table.boolean('enabled').notNullable().defaultTo(true);
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
      table.index(['tenant']);
      table.check("extension ~ '^[0-9]{2,8}$'", [], 'sip_accounts_extension_check');
    });
    await knex.raw(`
      create function sip_accounts_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('sip_accounts_changed', '');
        return null;
      end $$`);
    await knex.raw(`
      create trigger sip_accounts_changed after insert or update or delete or truncate on sip_accounts
      for each statement execute function sip_accounts_changed()`);
  },
  async down(knex) {
    await knex.schema.dropTable('sip_accounts');
    await knex.raw('drop function sip_accounts_changed()');
  },
};
