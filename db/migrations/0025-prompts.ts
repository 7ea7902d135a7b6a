import type { Knex } from 'knex';
import type { Migration } from './migration.ts';
import { oneOf } from './one-of.ts';

/** Prompts of a company, their files by content, speech that was made once, and which node has which file (CTI-16). */
export const prompts: Migration = {
  name: '0025-prompts',
  async up(knex) {
    await createPrompts(knex);
    await createFiles(knex);
    await createSpread(knex);
    await createRecordCalls(knex);
  },
  async down(knex) {
    await knex.raw('drop trigger prompt_files_announce on prompt_files');
    await knex.raw('drop trigger audio_blobs_announce on audio_blobs');
    await knex.raw('drop function announce_prompt_files()');
    for (const table of [
      'prompt_record_calls',
      'prompt_spread',
      'speech_made',
      'prompt_files',
      'audio_blobs',
      'prompts',
    ])
      await knex.schema.dropTable(table);
  },
};

async function createPrompts(knex: Knex): Promise<void> {
  await knex.schema.createTable('prompts', (table) => {
    table.uuid('id').primary();
    table.uuid('tenant').notNullable().references('tenants.id');
    table.text('name').notNullable();
    table.text('kind').notNullable();
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    // Versions of scenarios name it: it leaves the list and stays in the table.
    table.timestamp('removed_at');
    table.check(oneOf('kind', ['speech', 'music']), [], 'prompts_kind_check');
  });
  await knex.raw(
    'create unique index prompts_name_unique on prompts (tenant, name) where removed_at is null',
  );
}

async function createFiles(knex: Knex): Promise<void> {
  await knex.schema.createTable('audio_blobs', (table) => {
    table.specificType('sha256', 'char(64)').primary();
    table.binary('bytes').notNullable();
    table.integer('size').notNullable();
    table.integer('ms').notNullable();
    table.integer('rate').notNullable();
    // Last time that a draft or a live version could play it; nodes keep it for days after that.
    table.timestamp('wanted_at').notNullable().defaultTo(knex.fn.now());
    table.check('size = octet_length(bytes) and size < 32 * 1024 * 1024', [], 'audio_blobs_size_check');
    table.check('rate in (8000, 16000)', [], 'audio_blobs_rate_check');
  });
  await knex.schema.createTable('prompt_files', (table) => {
    table.uuid('id').primary();
    table.uuid('tenant').notNullable().references('tenants.id');
    // Null: speech of a text that stands in a block.
    table.uuid('prompt').references('prompts.id');
    table.text('language').notNullable();
    table.text('path').notNullable();
    table.specificType('sha256', 'char(64)').notNullable().references('audio_blobs.sha256');
    table.integer('ms').notNullable();
    table.text('text').notNullable();
    table.text('source').notNullable();
    table.text('voice');
    table.boolean('current').notNullable().defaultTo(true);
    table.timestamp('created_at', { precision: 3 }).notNullable().defaultTo(knex.fn.now());
    table.uuid('created_by').references('users.id').onDelete('set null');
    table.index(['tenant', 'path']);
    table.index(['sha256']);
    table.check(oneOf('language', ['ko', 'en']), [], 'prompt_files_language_check');
    table.check(oneOf('source', ['upload', 'microphone', 'phone', 'tts']), [], 'prompt_files_source_check');
    table.check("path = 'u/' || substr(sha256, 1, 32) || '.wav'", [], 'prompt_files_path_check');
  });
  await knex.raw(
    'create unique index prompt_files_current_unique on prompt_files (prompt, language) where current and prompt is not null',
  );
  await knex.raw(
    'create unique index prompt_files_words_unique on prompt_files (tenant, language, md5(text)) where current and prompt is null',
  );
  await knex.raw(`
    create function announce_prompt_files() returns trigger language plpgsql as $$
    begin
      perform pg_notify('prompt_files_changed', '');
      return null;
    end $$`);
  await knex.raw(`
    create trigger prompt_files_announce after insert or update or delete on prompt_files
    for each statement execute function announce_prompt_files()`);
  // For each row: a statement that changes none would announce itself, and the media worker would never rest.
  await knex.raw(`
    create trigger audio_blobs_announce after update of wanted_at on audio_blobs
    for each row execute function announce_prompt_files()`);
}

async function createSpread(knex: Knex): Promise<void> {
  await knex.schema.createTable('speech_made', (table) => {
    table.uuid('tenant').notNullable().references('tenants.id');
    // Hash of provider, voice, language and words.
    table.specificType('key', 'char(64)').notNullable();
    table.specificType('sha256', 'char(64)').notNullable().references('audio_blobs.sha256');
    table.integer('characters').notNullable();
    table.timestamp('made_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant', 'key']);
  });
  await knex.schema.createTable('prompt_spread', (table) => {
    table.text('node').notNullable();
    table.specificType('sha256', 'char(64)').notNullable().references('audio_blobs.sha256');
    table.timestamp('at').notNullable().defaultTo(knex.fn.now());
    table.primary(['node', 'sha256']);
  });
}

async function createRecordCalls(knex: Knex): Promise<void> {
  await knex.schema.createTable('prompt_record_calls', (table) => {
    table.uuid('id').primary();
    table.uuid('tenant').notNullable().references('tenants.id');
    table.uuid('prompt').notNullable().references('prompts.id');
    table.text('language').notNullable();
    table.text('extension').notNullable();
    table.text('state').notNullable().defaultTo('calling');
    table.text('reason');
    table.uuid('created_by').references('users.id').onDelete('set null');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.check(
      oneOf('state', ['calling', 'recording', 'done', 'failed']),
      [],
      'prompt_record_calls_state_check',
    );
  });
}
