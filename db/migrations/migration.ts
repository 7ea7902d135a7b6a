import type { Knex } from 'knex';

/** One step of the schema. Names sort in the order of application and never change once released. */
export type Migration = {
  name: string;
  up(knex: Knex): Promise<void>;
  down(knex: Knex): Promise<void>;
};
