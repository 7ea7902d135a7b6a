import type { Migration } from './migration.ts';
import { oneOf } from './one-of.ts';

/** What the provider `outbox` kept instead of sending it, and texts that people sent to numbers of ours (MO-11). */
export const texts: Migration = {
  name: '0021-texts',
  async up(knex) {
    await knex.schema.createTable('outbox_texts', (table) => {
      table.uuid('id').primary();
      // The send's id: a second hand-over of one send leaves one text.
      table.uuid('ref').notNullable().unique();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('channel').notNullable();
      table.text('sender').notNullable();
      table.text('digits').notNullable();
      table.text('subject');
      table.text('text').notNullable();
      table.uuid('image').references('message_images.id');
      table.timestamp('at', { precision: 3 }).notNullable().defaultTo(knex.fn.now());
      table.index(['tenant', 'at', 'id']);
      table.check(oneOf('channel', ['sms', 'lms', 'mms', 'alimtalk']), [], 'outbox_texts_channel_check');
    });
    await knex.schema.createTable('inbound_texts', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('provider').notNullable();
      table.text('provider_id').notNullable();
      table.text('ours').notNullable();
      table.text('other').notNullable();
      table.text('subject');
      table.text('text').notNullable();
      table.timestamp('at', { precision: 3 }).notNullable();
      table.timestamp('read_at');
      table.unique(['provider', 'provider_id']);
      table.index(['tenant', 'ours', 'other', 'at']);
    });
    await knex.schema.createTable('text_threads', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('ours').notNullable();
      table.text('other').notNullable();
      table.timestamp('last_at', { precision: 3 }).notNullable();
      table.unique(['tenant', 'ours', 'other']);
      table.index(['tenant', 'last_at', 'id']);
    });
  },
  async down(knex) {
    for (const table of ['text_threads', 'inbound_texts', 'outbox_texts']) await knex.schema.dropTable(table);
  },
};
