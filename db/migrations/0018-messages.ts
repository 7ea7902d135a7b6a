import type { Knex } from 'knex';
import type { Migration } from './migration.ts';
import { oneOf } from './one-of.ts';

/**
 * The ledger of texts. A row of `message_sends` stands before anything leaves for a provider; its id is the provider's
 * reference, and (recipient, round, step) is one hand-over: step 1 is the one SMS after a failed Alimtalk.
 */
export const messages: Migration = {
  name: '0018-messages',
  async up(knex) {
    await createMessages(knex);
    await createRecipients(knex);
    await createBatches(knex);
    await createSends(knex);
  },
  async down(knex) {
    for (const table of ['message_sends', 'message_batches', 'message_recipients', 'messages'])
      await knex.schema.dropTable(table);
  },
};

async function createMessages(knex: Knex): Promise<void> {
  await knex.schema.createTable('messages', (table) => {
    table.uuid('id').primary();
    table.uuid('tenant').notNullable().references('tenants.id');
    table.text('key').notNullable();
    // SHA-256 of what was asked for: the same key with other content is a mistake of the caller.
    table.specificType('content_hash', 'char(64)').notNullable();
    table.text('purpose').notNullable();
    table.text('channel').notNullable();
    table.text('sender').notNullable();
    table.text('subject');
    table.text('body').notNullable();
    table.uuid('template');
    // As they were when the message was accepted: a template may be changed afterwards.
    table.text('alimtalk_channel');
    table.text('alimtalk_code');
    table.uuid('image');
    table.boolean('fallback').notNullable();
    table.text('origin').notNullable();
    table.text('origin_ref');
    table.text('created_by').notNullable();
    table.text('provider').notNullable();
    table.text('state').notNullable();
    table.timestamp('due_at', { precision: 3 }).notNullable();
    table.integer('round').notNullable().defaultTo(1);
    table.integer('longest_bytes').notNullable();
    // Counts of recipients by outcome, kept by the statement that changes an outcome.
    for (const count of ['total', 'excluded', 'delivered', 'failed', 'unknown', 'cancelled'])
      table.integer(count).notNullable().defaultTo(0);
    table.timestamp('created_at', { precision: 3 }).notNullable().defaultTo(knex.fn.now());
    table.timestamp('touched_at', { precision: 3 }).notNullable().defaultTo(knex.fn.now());
    table.timestamp('sent_at', { precision: 3 });
    table.timestamp('finished_at', { precision: 3 });
    table.unique(['tenant', 'key']);
    table.index(['tenant', 'due_at', 'id'], 'messages_sent_list_index');
    table.check(oneOf('purpose', ['info', 'ad']), [], 'messages_purpose_check');
    table.check(oneOf('channel', ['sms', 'lms', 'mms', 'alimtalk']), [], 'messages_channel_check');
    table.check(oneOf('origin', ['console', 'api', 'call', 'workflow']), [], 'messages_origin_check');
    table.check(
      oneOf('state', ['scheduled', 'starting', 'active', 'done', 'cancelled']),
      [],
      'messages_state_check',
    );
    table.check(
      'least(excluded, delivered, failed, unknown, cancelled) >= 0 and excluded + delivered + failed + unknown + cancelled <= total',
      [],
      'messages_counts_check',
    );
  });
  await knex.raw(
    "create index messages_unstarted_index on messages (touched_at) where state in ('scheduled', 'starting')",
  );
}

async function createRecipients(knex: Knex): Promise<void> {
  await knex.schema.createTable('message_recipients', (table) => {
    table.uuid('id').primary();
    table.uuid('message').notNullable().references('messages.id').onDelete('cascade');
    table.uuid('tenant').notNullable().references('tenants.id');
    table.integer('position').notNullable();
    // Canonical digits; of an excluded one that is no number, what was typed.
    table.text('digits').notNullable();
    table.text('name').notNullable();
    table.text('text').notNullable();
    table.text('channel').notNullable();
    table.text('fallback_channel');
    table.text('fallback_text');
    table.jsonb('variables').notNullable();
    // Advertising may reach him at night.
    table.boolean('night').notNullable();
    table.text('outcome').notNullable();
    table.text('exclusion');
    table.unique(['message', 'position']);
    table.check(oneOf('channel', ['sms', 'lms', 'mms', 'alimtalk']), [], 'message_recipients_channel_check');
    table.check(
      oneOf('outcome', ['pending', 'delivered', 'failed', 'unknown', 'excluded', 'cancelled']),
      [],
      'message_recipients_outcome_check',
    );
    table.check(
      `exclusion is null or ${oneOf('exclusion', ['not-a-number', 'not-mobile', 'duplicate', 'opted-out', 'no-consent'])}`,
      [],
      'message_recipients_exclusion_check',
    );
    table.check("(outcome = 'excluded') = (exclusion is not null)", [], 'message_recipients_excluded_check');
    table.check(
      "(fallback_text is null) = (fallback_channel is null) and (fallback_channel is null or fallback_channel in ('sms', 'lms'))",
      [],
      'message_recipients_fallback_check',
    );
  });
  await knex.raw(
    "create unique index message_recipients_digits_unique on message_recipients (message, digits) where outcome <> 'excluded'",
  );
  // People look for a number by its beginning or by its last digits.
  await knex.raw(
    'create index message_recipients_start_index on message_recipients (tenant, digits text_pattern_ops)',
  );
  await knex.raw(
    'create index message_recipients_end_index on message_recipients (tenant, reverse(digits) text_pattern_ops)',
  );
  await knex.raw(
    'create index message_recipients_outcome_index on message_recipients (message, outcome, position)',
  );
}

async function createBatches(knex: Knex): Promise<void> {
  await knex.schema.createTable('message_batches', (table) => {
    table.uuid('id').primary();
    table.uuid('message').notNullable().references('messages.id').onDelete('cascade');
    table.text('provider').notNullable();
    // What the provider calls the hand-over, where it opens one before it takes texts.
    table.text('handle');
    table.timestamp('created_at', { precision: 3 }).notNullable().defaultTo(knex.fn.now());
    table.timestamp('closed_at', { precision: 3 });
    table.index(['message']);
  });
}

async function createSends(knex: Knex): Promise<void> {
  await knex.schema.createTable('message_sends', (table) => {
    table.uuid('id').primary();
    table.uuid('recipient').notNullable().references('message_recipients.id').onDelete('cascade');
    table.uuid('message').notNullable().references('messages.id').onDelete('cascade');
    table.uuid('tenant').notNullable().references('tenants.id');
    table.integer('round').notNullable();
    table.integer('step').notNullable();
    table.text('channel').notNullable();
    table.text('state').notNullable().defaultTo('waiting');
    // The latest hand-over, and to whom; they stay when the text comes back to be handed over again.
    table.uuid('batch').references('message_batches.id');
    table.text('provider');
    table.text('provider_id');
    table.timestamp('due_at', { precision: 3 }).notNullable();
    table.integer('tries').notNullable().defaultTo(0);
    table.text('code');
    table.text('reason');
    table.timestamp('created_at', { precision: 3 }).notNullable().defaultTo(knex.fn.now());
    table.timestamp('submitted_at', { precision: 3 });
    table.timestamp('accepted_at', { precision: 3 });
    table.timestamp('looked_at', { precision: 3 });
    table.timestamp('settled_at', { precision: 3 });
    table.unique(['recipient', 'round', 'step']);
    table.index(['batch']);
    table.check(oneOf('channel', ['sms', 'lms', 'mms', 'alimtalk']), [], 'message_sends_channel_check');
    table.check(
      oneOf('state', ['waiting', 'submitting', 'accepted', 'delivered', 'failed', 'unknown', 'cancelled']),
      [],
      'message_sends_state_check',
    );
    table.check('round >= 1 and step in (0, 1)', [], 'message_sends_round_check');
    table.check(
      "state <> 'submitting' or (batch is not null and submitted_at is not null)",
      [],
      'message_sends_submitting_check',
    );
    table.check(
      "(state in ('delivered', 'failed', 'unknown', 'cancelled')) = (settled_at is not null)",
      [],
      'message_sends_settled_check',
    );
  });
  await knex.raw(
    "create index message_sends_waiting_index on message_sends (message, due_at, id) where state = 'waiting'",
  );
  await knex.raw(
    "create index message_sends_open_index on message_sends (message, state) where state in ('submitting', 'accepted')",
  );
  await knex.raw(
    'create index message_sends_provider_index on message_sends (provider, provider_id) where provider_id is not null',
  );
}
