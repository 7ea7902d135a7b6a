import type { Knex } from 'knex';
import type { Migration } from './migration.ts';
import { oneOf } from './one-of.ts';

/** What a company sets before it texts anybody: senders, templates, images, and who must not be texted. */
export const messageSettings: Migration = {
  name: '0019-message-settings',
  async up(knex) {
    await knex.schema.createTable('message_settings', (table) => {
      table.uuid('tenant').primary().references('tenants.id');
      table.boolean('allow_representative').notNullable().defaultTo(false);
      table.text('ad_sender_name');
      table.text('opt_out_number');
      table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    });
    await createSenders(knex);
    await createTemplates(knex);
    await createWishes(knex);
    await createLetterings(knex);
  },
  async down(knex) {
    await knex.schema.alterTable('messages', (table) => {
      table.dropForeign('template');
      table.dropForeign('image');
    });
    for (const table of [
      'letterings',
      'ad_consents',
      'opt_outs',
      'message_images',
      'message_templates',
      'sender_numbers',
      'message_settings',
    ])
      await knex.schema.dropTable(table);
  },
};

async function createSenders(knex: Knex): Promise<void> {
  await knex.schema.createTable('sender_numbers', (table) => {
    table.uuid('id').primary();
    table.uuid('tenant').notNullable().references('tenants.id');
    table.text('digits').notNullable();
    table.text('label').notNullable();
    table.text('state').notNullable();
    table.text('note');
    table.boolean('is_main').notNullable().defaultTo(false);
    table.uuid('user_id').references('users.id').onDelete('set null');
    table.timestamp('requested_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('decided_at');
    table.text('decided_by');
    table.unique(['tenant', 'digits']);
    table.check("digits ~ '^[0-9]{3,15}$'", [], 'sender_numbers_digits_check');
    table.check(oneOf('state', ['requested', 'verified', 'rejected']), [], 'sender_numbers_state_check');
    // What the law forbids to send from is nobody's main number.
    table.check("not is_main or state = 'verified'", [], 'sender_numbers_main_check');
  });
  await knex.raw('create unique index sender_numbers_main_unique on sender_numbers (tenant) where is_main');
}

async function createTemplates(knex: Knex): Promise<void> {
  await knex.schema.createTable('message_templates', (table) => {
    table.uuid('id').primary();
    table.uuid('tenant').notNullable().references('tenants.id');
    table.text('name').notNullable();
    table.text('kind').notNullable();
    table.text('purpose').notNullable();
    table.text('subject');
    table.text('body').notNullable();
    table.text('sms_body');
    table.text('alimtalk_channel');
    table.text('alimtalk_code');
    table.text('alimtalk_state');
    table.text('review_note');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    // Messages were made of it: it leaves the list and stays in the table.
    table.timestamp('removed_at');
    table.check(oneOf('kind', ['text', 'alimtalk']), [], 'message_templates_kind_check');
    table.check(oneOf('purpose', ['info', 'ad']), [], 'message_templates_purpose_check');
    table.check(
      `(kind = 'alimtalk') = (alimtalk_state is not null) and (alimtalk_state is null or ${oneOf('alimtalk_state', ['pending', 'inspecting', 'approved', 'rejected'])})`,
      [],
      'message_templates_alimtalk_check',
    );
  });
  await knex.raw(
    'create unique index message_templates_name_unique on message_templates (tenant, name) where removed_at is null',
  );
  await knex.schema.createTable('message_images', (table) => {
    table.uuid('id').primary();
    table.uuid('tenant').notNullable().references('tenants.id');
    table.binary('bytes').notNullable();
    table.integer('size').notNullable();
    table.integer('width').notNullable();
    table.integer('height').notNullable();
    table.specificType('sha256', 'char(64)').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.unique(['tenant', 'sha256']);
    table.check('size = octet_length(bytes) and size < 300 * 1024', [], 'message_images_size_check');
  });
  await knex.schema.alterTable('messages', (table) => {
    table.foreign('template').references('message_templates.id');
    table.foreign('image').references('message_images.id');
    table.index(['template']);
  });
}

async function createWishes(knex: Knex): Promise<void> {
  await knex.schema.createTable('opt_outs', (table) => {
    table.uuid('tenant').notNullable().references('tenants.id');
    table.text('digits').notNullable();
    table.text('scope').notNullable();
    table.text('source').notNullable();
    table.text('note');
    table.timestamp('at', { precision: 3 }).notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant', 'digits']);
    table.check(oneOf('scope', ['ad', 'all']), [], 'opt_outs_scope_check');
    table.check(oneOf('source', ['person', '080', 'provider', 'import']), [], 'opt_outs_source_check');
  });
  await knex.schema.createTable('ad_consents', (table) => {
    table.uuid('tenant').notNullable().references('tenants.id');
    table.text('digits').notNullable();
    table.boolean('night').notNullable();
    table.text('source').notNullable();
    table.timestamp('consented_at', { precision: 3 }).notNullable().defaultTo(knex.fn.now());
    table.timestamp('withdrawn_at', { precision: 3 });
    table.primary(['tenant', 'digits']);
  });
}

async function createLetterings(knex: Knex): Promise<void> {
  await knex.schema.createTable('letterings', (table) => {
    table.uuid('id').primary();
    table.uuid('tenant').notNullable().references('tenants.id');
    table.text('digits').notNullable();
    table.text('phrase').notNullable();
    table.text('carrier').notNullable();
    table.text('state').notNullable();
    table.text('note');
    table.timestamp('requested_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('decided_at');
    table.index(['tenant', 'requested_at']);
    table.check(oneOf('state', ['requested', 'active', 'rejected', 'ended']), [], 'letterings_state_check');
  });
}
