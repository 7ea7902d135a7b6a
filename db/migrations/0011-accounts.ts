import type { Migration } from './migration.ts';

/** People, their sessions, links that work once, and counters of tries that all api instances share (S18, S20). */
export const accounts: Migration = {
  name: '0011-accounts',
  async up(knex) {
    await knex.schema.createTable('users', (table) => {
      table.uuid('id').primary();
      table.uuid('tenant').notNullable().references('tenants.id');
      table.text('email').notNullable();
      table.text('name').notNullable();
      table.text('role').notNullable();
      table.text('state').notNullable();
      table.text('password_hash');
      // Both sealed with a key that lies outside the database; the second waits for its first right code.
      table.text('totp_secret');
      table.text('totp_pending');
      table.bigInteger('totp_last_step');
      table.specificType('recovery_hashes', 'text[]').notNullable().defaultTo('{}');
      table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
      table.timestamp('last_sign_in_at');
      table.index(['tenant']);
      table.check(
        "role in ('platform-admin', 'company-admin', 'supervisor', 'operator', 'agent')",
        [],
        'users_role_check',
      );
      table.check("state in ('active', 'suspended', 'invited')", [], 'users_state_check');
    });
    // People sign in by their address alone, so it belongs to one account of the whole installation.
    await knex.raw('create unique index users_email_unique on users (lower(email))');
    await knex.schema.createTable('sessions', (table) => {
      table.uuid('id').primary();
      table.specificType('token_hash', 'char(64)').notNullable().unique();
      table.uuid('account').notNullable().references('users.id').onDelete('cascade');
      table.timestamp('created_at').notNullable();
      table.timestamp('last_seen_at').notNullable();
      table.timestamp('expires_at').notNullable();
      table.text('user_agent').notNullable();
      table.text('address').notNullable();
      table.timestamp('revoked_at');
      table.index(['account']);
    });
    await knex.schema.createTable('one_time_links', (table) => {
      table.specificType('token_hash', 'char(64)').primary();
      table.text('kind').notNullable();
      table.uuid('account').notNullable().references('users.id').onDelete('cascade');
      table.timestamp('created_at').notNullable();
      table.timestamp('expires_at').notNullable();
      table.timestamp('used_at');
      table.index(['account']);
      table.check("kind in ('sign-in', 'invite', 'reset')", [], 'one_time_links_kind_check');
    });
    // The columns that rate-limiter-flexible's store for Postgres reads and writes.
    await knex.schema.createTable('rate_limits', (table) => {
      table.string('key', 255).primary();
      table.integer('points').notNullable().defaultTo(0);
      table.bigInteger('expire');
    });
  },
  async down(knex) {
    for (const table of ['rate_limits', 'one_time_links', 'sessions', 'users']) {
      await knex.schema.dropTable(table);
    }
  },
};
