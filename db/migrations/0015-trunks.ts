import type { Migration } from './migration.ts';

/**
 * Ways out to the telephone network and their caps. A leg that goes out by a trunk is counted in the ledger itself, so
 * that what is under way is known without a second book. `take_trunk` decides in one round trip, under the lock of the
 * trunk's row: legs that are dialled at the same moment cannot both get the last place.
 */
export const trunks: Migration = {
  name: '0015-trunks',
  async up(knex) {
    await knex.schema.createTable('trunks', (table) => {
      table.text('name').primary();
      // Null: shared by all companies.
      table.uuid('tenant').references('tenants.id');
      table.boolean('enabled').notNullable().defaultTo(true);
      table.integer('max_calls').notNullable().defaultTo(500);
      table.integer('calls_per_second').notNullable().defaultTo(20);
      table.specificType('caller_numbers', 'text[]').notNullable().defaultTo('{}');
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
      table.check("name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'", [], 'trunks_name_check');
      table.check('max_calls between 0 and 100000', [], 'trunks_max_calls_check');
      table.check('calls_per_second between 0 and 1000', [], 'trunks_calls_per_second_check');
    });
    await knex.schema.createTable('trunk_status', (table) => {
      table.text('node').notNullable();
      table.text('trunk').notNullable();
      table.text('state').notNullable();
      table.text('registration');
      table.double('ping_ms');
      table.bigInteger('calls_in');
      table.bigInteger('calls_out');
      table.bigInteger('failed_in');
      table.bigInteger('failed_out');
      table.timestamp('up_since');
      table.timestamp('reported_at').notNullable().defaultTo(knex.fn.now());
      table.primary(['node', 'trunk']);
      table.check("state in ('up', 'down', 'missing', 'unknown')", [], 'trunk_status_state_check');
    });
    await knex.schema.createTable('trunk_tests', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('trunk').notNullable();
      table.text('target').notNullable();
      table.text('caller_number').notNullable();
      table.text('state').notNullable().defaultTo('planned');
      table.text('cause');
      table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
      // Set by the workflow before it dials: from then on only the workflow says how it ended.
      table.timestamp('started_at');
      table.timestamp('ringing_at');
      table.timestamp('answered_at');
      table.timestamp('ended_at');
      table.index(['tenant', 'created_at']);
      table.check("state in ('planned', 'ringing', 'answered', 'ended')", [], 'trunk_tests_state_check');
    });
    await knex.schema.alterTable('dial_attempts', (table) => {
      table.text('trunk');
      table.timestamp('trunk_at');
      table.index(['trunk', 'trunk_at']);
    });
    await knex.raw(
      "create index dial_attempts_on_trunk on dial_attempts (trunk) where trunk is not null and state <> 'ended'",
    );
    await knex.raw(TAKE_TRUNK);
  },
  async down(knex) {
    await knex.raw('drop function take_trunk(text, uuid, uuid, text)');
    await knex.raw('drop index dial_attempts_on_trunk');
    await knex.schema.alterTable('dial_attempts', (table) => {
      table.dropIndex(['trunk', 'trunk_at']);
      table.dropColumns('trunk', 'trunk_at');
    });
    for (const table of ['trunk_tests', 'trunk_status', 'trunks']) await knex.schema.dropTable(table);
  },
};

/**
 * A leg that has its place keeps it, whatever was changed since: its phone may be ringing. What the ledger never closed
 * is forgotten after a day, or a lost row would take a place for ever.
 */
const TAKE_TRUNK = `
  create function take_trunk(wanted text, for_leg uuid, for_tenant uuid, caller text) returns text
  language plpgsql as $$
  declare
    way trunks%rowtype;
    own boolean;
  begin
    if exists (select from dial_attempts where leg = for_leg and trunk is not null) then return 'taken'; end if;
    select * into way from trunks where name = wanted for update;
    if not found or (way.tenant is not null and way.tenant <> for_tenant) then return 'unknown'; end if;
    if not way.enabled then return 'disabled'; end if;
    own := exists (select from numbers where digits = caller and tenant = for_tenant);
    if cardinality(way.caller_numbers) > 0 then
      own := caller = any (way.caller_numbers) and (own or way.tenant is not null);
    end if;
    if not own then return 'caller-number'; end if;
    if (select count(*) from dial_attempts
        where trunk = wanted and state <> 'ended' and planned_at > now() - interval '1 day') >= way.max_calls
    then return 'full'; end if;
    if (select count(*) from dial_attempts
        where trunk = wanted and trunk_at > clock_timestamp() - interval '1 second') >= way.calls_per_second
    then return 'too-fast'; end if;
    update dial_attempts set trunk = wanted, trunk_at = clock_timestamp() where leg = for_leg;
    if not found then return 'unplanned'; end if;
    return 'taken';
  end $$`;
