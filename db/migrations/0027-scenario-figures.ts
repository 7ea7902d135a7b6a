import type { Migration } from './migration.ts';

/**
 * Figures of a period read the steps of its time alone, not those of all years. Steps are written in the order of time,
 * so a block-range index does: some kilobytes, and nothing to keep up while calls run.
 */
export const scenarioFigures: Migration = {
  name: '0027-scenario-figures',
  async up(knex) {
    await knex.raw(
      'create index call_steps_entered_at_index on call_steps using brin (entered_at) with (pages_per_range = 32, autosummarize = on)',
    );
  },
  async down(knex) {
    await knex.raw('drop index call_steps_entered_at_index');
  },
};
