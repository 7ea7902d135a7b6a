import type { Migration } from './migration.ts';

/** Switch workers ask every 10 s which legs of their node still live: few among all that were ever dialled. */
export const openLegs: Migration = {
  name: '0010-open-legs',
  async up(knex) {
    await knex.raw(
      "create index dial_attempts_open_index on dial_attempts (node) where state in ('sent', 'answered')",
    );
  },
  async down(knex) {
    await knex.raw('drop index dial_attempts_open_index');
  },
};
