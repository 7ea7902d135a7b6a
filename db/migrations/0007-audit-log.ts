import type { Migration } from './migration.ts';

/** Who did what. Append-only by trigger: also our own code cannot rewrite it. */
export const auditLog: Migration = {
  name: '0007-audit-log',
  async up(knex) {
    await knex.schema.createTable('audit_log', (table) => {
      table.bigIncrements('id');
      // Given by the writer, so that a repeat after a lost reply adds nothing (R11).
      table.uuid('effect').notNullable().unique();
      table.uuid('tenant').references('tenants.id');
      table.text('actor_kind').notNullable();
      table.text('actor').notNullable();
      table.text('action').notNullable();
      table.text('subject').notNullable();
      table.jsonb('detail').notNullable().defaultTo('{}');
      table.timestamp('at').notNullable().defaultTo(knex.fn.now());
      table.index(['tenant', 'at']);
    });
    await knex.raw(`
      create function audit_log_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'audit_log is append-only' using errcode = 'restrict_violation';
      end $$`);
    await knex.raw(`
      create trigger audit_log_is_append_only before update or delete or truncate on audit_log
      for each statement execute function audit_log_is_append_only()`);
  },
  async down(knex) {
    await knex.schema.dropTable('audit_log');
    await knex.raw('drop function audit_log_is_append_only()');
  },
};
