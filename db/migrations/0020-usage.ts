import type { Migration } from './migration.ts';
import { oneOf } from './one-of.ts';

/** What was used, once for each `ref`, and what a piece costs from a day on (CTI-17). */
export const usage: Migration = {
  name: '0020-usage',
  async up(knex) {
    await knex.schema.createTable('usage_events', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('kind').notNullable();
      table.decimal('quantity', 14, 3).notNullable();
      table.text('ref').notNullable().unique();
      table.timestamp('at', { precision: 3 }).notNullable();
      table.index(['tenant', 'at']);
      table.index(['at']);
      table.check(
        oneOf('kind', ['sms', 'lms', 'mms', 'alimtalk', 'lettering', 'tts', 'stt', 'storage']),
        [],
        'usage_events_kind_check',
      );
      table.check('quantity > 0', [], 'usage_events_quantity_check');
    });
    await knex.schema.createTable('prices', (table) => {
      table.uuid('id').primary();
      // Null: of every company without a price of its own.
      table.uuid('tenant').references('tenants.id');
      table.text('kind').notNullable();
      table.decimal('won', 12, 3).notNullable();
      table.date('valid_from').notNullable();
      table.check(
        oneOf('kind', ['sms', 'lms', 'mms', 'alimtalk', 'lettering', 'tts', 'stt', 'storage']),
        [],
        'prices_kind_check',
      );
      table.check('won >= 0', [], 'prices_won_check');
    });
    await knex.raw(
      'create unique index prices_start_unique on prices (kind, tenant, valid_from) nulls not distinct',
    );
  },
  async down(knex) {
    await knex.schema.dropTable('prices');
    await knex.schema.dropTable('usage_events');
  },
};
