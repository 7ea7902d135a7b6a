import type { Migration } from './migration.ts';

/**
 * Mails, written in the transaction of what they tell of. `sending` is set before a mail server is spoken to: a process
 * that dies meanwhile leaves a mail that may have been sent, and nothing sends it a second time by itself.
 */
export const outbox: Migration = {
  name: '0013-outbox',
  async up(knex) {
    await knex.schema.createTable('outbox', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('kind').notNullable();
      table.text('to_address').notNullable();
      table.text('subject').notNullable();
      table.text('body').notNullable();
      table.text('state').notNullable();
      table.integer('attempts').notNullable().defaultTo(0);
      table.text('last_error');
      // To the ms, which is what a cursor can carry.
      table.timestamp('created_at', { precision: 3 }).notNullable().defaultTo(knex.fn.now());
      table.timestamp('due_at').notNullable().defaultTo(knex.fn.now());
      table.timestamp('claimed_at');
      table.timestamp('sent_at');
      table.check("state in ('kept', 'queued', 'sending', 'sent', 'failed')", [], 'outbox_state_check');
      table.check("(state = 'sent') = (sent_at is not null)", [], 'outbox_sent_check');
      table.index(['tenant', 'created_at', 'id']);
    });
    await knex.raw(
      "create index outbox_waiting_index on outbox (due_at) where state in ('queued', 'sending')",
    );
  },
  async down(knex) {
    await knex.schema.dropTable('outbox');
  },
};
