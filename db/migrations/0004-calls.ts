import type { Migration } from './migration.ts';

/**
 * One row per phone leg. `starting` is written before the workflow is started by the same id, `active` after, so that
 * a crash in between leaves a row that the sweep finds (design §3).
 */
export const calls: Migration = {
  name: '0004-calls',
  async up(knex) {
    await knex.schema.createTable('calls', (table) => {
      table.uuid('call').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('node').notNullable();
      table.uuid('core_uuid').notNullable();
      table.text('direction').notNullable();
      table.text('called').notNullable();
      table.text('caller').notNullable();
      table.specificType('scenario_hash', 'char(64)');
      table.text('state').notNullable();
      table.timestamp('arrived_at').notNullable();
      table.timestamp('answered_at');
      table.timestamp('ended_at');
      table.text('result');
      table.text('reason');
      table.uuid('parent_call');
      // How often in a row the reconcile did not see the channel, and since when.
      table.integer('misses').notNullable().defaultTo(0);
      table.timestamp('missing_since');
      table.timestamp('missed_at');
      table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
      table.check("direction in ('inbound', 'outbound')", [], 'calls_direction_check');
      table.check("state in ('starting', 'active', 'ended')", [], 'calls_state_check');
      // Exactly one outcome, and only at the end.
      table.check(
        "(state = 'ended') = (result is not null) and (state = 'ended') = (reason is not null) and (state = 'ended') = (ended_at is not null)",
        [],
        'calls_outcome_check',
      );
      table.index(['tenant', 'arrived_at', 'call']);
      table.index(['arrived_at', 'call']);
      table.index(['caller', 'arrived_at']);
      table.index(['called', 'arrived_at']);
      table.index(['parent_call']);
    });
    // Live calls are a few hundred among millions of ended ones.
    await knex.raw(`create index calls_live_index on calls (node, state) where state <> 'ended'`);
  },
  async down(knex) {
    await knex.schema.dropTable('calls');
  },
};
