import type { Migration } from './migration.ts';

/**
 * The story of a call, one row per block entered. No foreign key on `calls`: steps are worth keeping even if the
 * call's own row could not be written while Postgres was away.
 */
export const callSteps: Migration = {
  name: '0005-call-steps',
  async up(knex) {
    await knex.schema.createTable('call_steps', (table) => {
      table.uuid('call').notNullable();
      table.integer('seq').notNullable();
      table.text('block').notNullable();
      table.text('block_type').notNullable();
      table.integer('verb');
      table.text('verb_kind');
      table.specificType('prompts', 'text[]');
      table.text('digits');
      table.text('outcome');
      table.timestamp('entered_at').notNullable();
      table.timestamp('left_at');
      table.primary(['call', 'seq']);
    });
  },
  async down(knex) {
    await knex.schema.dropTable('call_steps');
  },
};
