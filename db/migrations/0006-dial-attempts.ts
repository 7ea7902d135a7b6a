import type { Migration } from './migration.ts';

/**
 * Ledger of everything that was ever dialled. The unique key on (call, verb) and the compare-and-set from `planned` to
 * `sent` are what keeps a phone from ringing twice (design §1.8); no foreign key, so that nothing else can refuse it.
 */
export const dialAttempts: Migration = {
  name: '0006-dial-attempts',
  async up(knex) {
    await knex.schema.createTable('dial_attempts', (table) => {
      table.uuid('leg').primary();
      table.uuid('call').notNullable();
      table.integer('verb').notNullable();
      table.text('target_kind').notNullable();
      table.text('target').notNullable();
      table.text('node').notNullable();
      table.text('state').notNullable().defaultTo('planned');
      table.text('cause');
      table.timestamp('planned_at').notNullable().defaultTo(knex.fn.now());
      table.timestamp('sent_at');
      table.timestamp('answered_at');
      table.timestamp('ended_at');
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
      table.unique(['call', 'verb']);
      table.check("target_kind in ('phone', 'extension')", [], 'dial_attempts_target_kind_check');
      table.check(
        "state in ('planned', 'sent', 'answered', 'ended', 'unknown')",
        [],
        'dial_attempts_state_check',
      );
    });
  },
  async down(knex) {
    await knex.schema.dropTable('dial_attempts');
  },
};
