import type { Migration } from './migration.ts';
import { oneOf } from './one-of.ts';

/**
 * Business hours and declared holidays. The column `numbers.calendar` is older than this table and gets its key here.
 * A calendar that is removed stays in the table: scenarios that name it go on by what it last said.
 */
export const calendars: Migration = {
  name: '0024-calendars',
  async up(knex) {
    await knex.schema.createTable('calendars', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('owner_kind').notNullable();
      table.text('owner_ref');
      table.text('name').notNullable();
      table.jsonb('settings').notNullable();
      table.integer('revision').notNullable().defaultTo(1);
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
      table.uuid('updated_by').references('users.id').onDelete('set null');
      table.timestamp('removed_at');
      table.check(
        oneOf('owner_kind', ['company', 'number', 'user', 'department']),
        [],
        'calendars_owner_kind_check',
      );
      table.check("(owner_kind = 'company') = (owner_ref is null)", [], 'calendars_owner_ref_check');
    });
    await knex.raw(`create unique index calendars_owner_unique on calendars (tenant, owner_kind, owner_ref)
      where removed_at is null and owner_ref is not null`);
    await knex.raw(`create unique index calendars_name_unique on calendars (tenant, name)
      where removed_at is null and owner_kind = 'company'`);
    await knex.schema.alterTable('numbers', (table) => {
      table.foreign('calendar').references('calendars.id');
      table.index(['calendar']);
    });
    await knex.schema.createTable('declared_holidays', (table) => {
      table.uuid('id').primary().defaultTo(knex.raw('gen_random_uuid()'));
      table.date('date').notNullable();
      table.text('name').notNullable();
      // Null: for every company of the installation.
      table.uuid('tenant').references('tenants.id');
    });
    await knex.raw(
      'create unique index declared_holidays_everywhere_unique on declared_holidays (date) where tenant is null',
    );
    await knex.raw(
      'create unique index declared_holidays_company_unique on declared_holidays (tenant, date) where tenant is not null',
    );
  },
  async down(knex) {
    await knex.schema.dropTable('declared_holidays');
    await knex.schema.alterTable('numbers', (table) => {
      table.dropForeign('calendar');
      table.dropIndex(['calendar']);
    });
    await knex.schema.dropTable('calendars');
  },
};
