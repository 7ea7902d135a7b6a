import type { Knex } from 'knex';
import type { Migration } from './migration.ts';

/**
 * What screens of calls need: the word and the indexes by which the list is read, and triggers for the live one. These
 * announce which calls changed. Per statement and not per row: the step sink writes the steps of
 * many calls at once, and Postgres folds equal payloads of a transaction. What no screen shows is not announced: a
 * call that only starts, the reconcile's counters.
 */
export const callFeed: Migration = {
  name: '0014-call-feed',
  async up(knex) {
    await announce(knex, 'calls_inserted', `select call from changed where state <> 'starting'`);
    await announce(
      knex,
      'calls_updated',
      `select n.call from changed n join before o using (call)
        where n.state is distinct from o.state or n.answered_at is distinct from o.answered_at`,
    );
    await announce(knex, 'call_steps_changed', 'select distinct call from changed');
    await knex.raw(`
      create trigger calls_inserted after insert on calls referencing new table as changed
      for each statement execute function calls_inserted()`);
    await knex.raw(`
      create trigger calls_updated after update on calls referencing new table as changed old table as before
      for each statement execute function calls_updated()`);
    for (const event of ['insert', 'update'])
      await knex.raw(`
        create trigger call_steps_${event} after ${event} on call_steps referencing new table as changed
        for each statement execute function call_steps_changed()`);
    // The message that a caller left.
    await knex.raw('alter table call_steps add column recording text');
    // The list of calls (db/repositories/calls-list.ts): see call-facet.ts for the word, calls-branches.ts for the use.
    await knex.raw(`
      alter table calls add column facet text not null generated always as (
        left(direction, 1) || '-' || coalesce(result, state) || case when answered_at is null then '' else '-answered' end
      ) stored`);
    await knex.raw('drop index calls_caller_arrived_at_index, calls_called_arrived_at_index');
    await knex.raw('create index calls_facet_index on calls (tenant, facet, arrived_at, call)');
    // Backwards and in byte order, so that the last digits of a number are a range of the index. The plain columns let
    // Postgres answer from the index alone, which it does not see from an expression. Those that a filter compares are
    // part of the key: an included one is compared only after a look whether the row is visible, for each row.
    await knex.raw(`
      create index calls_caller_index
      on calls (tenant, reverse(caller) collate "C", facet, arrived_at, call, called, scenario_hash) include (caller)`);
    await knex.raw(`
      create index calls_called_index on calls (tenant, reverse(called) collate "C", facet, arrived_at, call)
      include (caller, called)`);
    await knex.raw(`
      create index calls_scenario_index
      on calls (scenario_hash, reverse(called) collate "C", facet, arrived_at, call, tenant) include (caller, called)`);
    // Postgres answers from an index alone where it has vacuumed: after every fiftieth part and not every fifth.
    await knex.raw(`
      alter table calls set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02)`);
  },
  async down(knex) {
    await knex.raw('alter table call_steps drop column recording');
    await knex.raw(
      'drop index calls_facet_index, calls_caller_index, calls_called_index, calls_scenario_index',
    );
    await knex.schema.alterTable('calls', (table) => {
      table.dropColumn('facet');
      table.index(['caller', 'arrived_at']);
      table.index(['called', 'arrived_at']);
    });
    for (const trigger of ['calls_inserted', 'calls_updated'])
      await knex.raw(`drop trigger ${trigger} on calls`);
    for (const event of ['insert', 'update'])
      await knex.raw(`drop trigger call_steps_${event} on call_steps`);
    for (const name of ['calls_inserted', 'calls_updated', 'call_steps_changed'])
      await knex.raw(`drop function ${name}()`);
  },
};

async function announce(knex: Knex, name: string, calls: string): Promise<void> {
  await knex.raw(`
    create function ${name}() returns trigger language plpgsql as $$
    begin
      perform pg_notify('calls_changed', call::text) from (${calls}) as announced;
      return null;
    end $$`);
}
