import type { Migration } from './migration.ts';

/** Each role's last word about its parts; the api reads it for `/readyz`. Unlogged: worthless after a crash. */
export const partHealth: Migration = {
  name: '0008-part-health',
  async up(knex) {
    await knex.schema.createTable('part_health', (table) => {
      table.text('role').notNullable();
      table.text('instance').notNullable();
      table.text('part').notNullable();
      table.boolean('ok').notNullable();
      table.timestamp('last_success_at');
      table.timestamp('last_error_at');
      table.text('last_error');
      table.timestamp('reported_at').notNullable().defaultTo(knex.fn.now());
      table.primary(['role', 'instance', 'part']);
    });
    await knex.raw('alter table part_health set unlogged');
  },
  async down(knex) {
    await knex.schema.dropTable('part_health');
  },
};
