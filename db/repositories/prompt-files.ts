import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { PromptSource } from '../../contracts/prompt/kinds.ts';
import { ownPromptPath } from '../../contracts/prompt/prompt-path.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';
import { FILE_COLUMNS, type PromptFileRecord, type PromptFileRow, toFileRow } from './prompt-row.ts';
import { insertUsage } from './usage.ts';

/** A WAV file as nodes play it: 16-bit mono at 8 or 16 kHz. */
export type Sound = { wav: Uint8Array; ms: number; rate: number };

export type NewPromptFile = {
  tenant: TenantId;
  /** Null: speech of a text in a block. */
  prompt: string | null;
  language: Language;
  sound: Sound;
  text: string;
  source: PromptSource;
  voice: string | null;
  /** Of our own processes: for whom they work. */
  by?: string | null;
};

export type PromptFiles = {
  /** Becomes the current file of its prompt and language. `request/not-found` for a prompt that the actor does not see. */
  add(actor: Actor, file: NewPromptFile): Promise<PromptFileRow>;
  /** Sound of a file of the actor's company, current or not, by its path. */
  audio(actor: Actor, path: string): Promise<Uint8Array | undefined>;
  /** Speech that was made before, by the key of its words. */
  speech(actor: Actor, tenant: TenantId, key: string): Promise<Sound | undefined>;
  /** Keeps speech under its key, and charges its characters once (CTI-16, CTI-17). */
  keepSpeech(
    actor: Actor,
    speech: { tenant: TenantId; key: string; sound: Sound; characters: number; at: number },
  ): Promise<void>;
};

/** Tables `prompt_files`, `audio_blobs` and `speech_made`. */
export function createPromptFiles(knex: Knex): PromptFiles {
  return {
    add: (actor, file) => query(knex.transaction((trx) => addPromptFile(trx, actor, file))),
    async audio(actor, path) {
      const own = visibleTo(knex('prompt_files').select('sha256').where('path', path), actor);
      const rows = knex('audio_blobs').first<{ bytes: Buffer }>('bytes').whereIn('sha256', own);
      return (await query(rows))?.bytes;
    },
    async speech(actor, tenant, key) {
      requireTenant(actor, tenant);
      const kept = knex('speech_made').select('sha256').where({ tenant, key });
      const [found] = await query(
        knex('audio_blobs')
          .select<{ bytes: Buffer; ms: number; rate: number }[]>('bytes', 'ms', 'rate')
          .whereIn('sha256', kept),
      );
      return found === undefined ? undefined : { wav: found.bytes, ms: found.ms, rate: found.rate };
    },
    async keepSpeech(actor, { tenant, key, sound, characters, at }) {
      requireTenant(actor, tenant);
      await query(
        knex.transaction(async (trx) => {
          const sha256 = await keepBlob(trx, sound);
          await trx('speech_made')
            .insert({ tenant, key, sha256, characters })
            .onConflict(['tenant', 'key'])
            .ignore();
          const ref = `speech/${tenant}/${key}`;
          await insertUsage(trx, [{ tenant, kind: 'tts', quantity: characters, ref, at }]);
        }),
      );
    },
  };
}

/** Adds a file in the transaction of what it came from. */
export async function addPromptFile(trx: Knex, actor: Actor, file: NewPromptFile): Promise<PromptFileRow> {
  const { tenant, prompt, language, sound, text, source, voice } = file;
  requireTenant(actor, tenant);
  if (prompt !== null) await touchPrompt(trx, actor, tenant, prompt);
  const sha256 = await keepBlob(trx, sound);
  const there = prompt === null ? await sameWords(trx, file, sha256) : undefined;
  if (there !== undefined) return toFileRow({ ...there, createdBy: null });
  await outdate(trx, file);
  const [record] = await trx('prompt_files')
    .insert({
      id: trx.raw('gen_random_uuid()'),
      tenant,
      prompt,
      language,
      path: ownPromptPath(sha256),
      sha256,
      ms: sound.ms,
      text,
      source,
      voice,
      created_by: actor.kind === 'user' ? actor.user : (file.by ?? null),
    })
    .returning<PromptFileRecord[]>([...FILE_COLUMNS]);
  if (record === undefined) throw new CallwrightError('server/bug', 'a file that was added is not there');
  if (prompt !== null)
    await recordAudit(trx, actor, {
      tenant,
      action: 'prompt.file',
      subject: prompt,
      detail: { language, source, ms: sound.ms },
    });
  return toFileRow({ ...record, createdBy: null });
}

async function touchPrompt(trx: Knex, actor: Actor, tenant: TenantId, prompt: string): Promise<void> {
  const seen = trx('prompts').select('id').where({ id: prompt, tenant }).whereNull('removed_at').forUpdate();
  const [found] = await visibleTo(seen, actor);
  if (found === undefined) throw new CallwrightError('request/not-found', 'no such prompt');
  await trx('prompts').where('id', prompt).update({ updated_at: trx.fn.now() });
}

/** Speech of the same words by the same voice, which is asked for again. */
async function sameWords(
  trx: Knex,
  { tenant, language, text }: NewPromptFile,
  sha256: string,
): Promise<PromptFileRecord | undefined> {
  return trx('prompt_files')
    .first<PromptFileRecord>(...FILE_COLUMNS)
    .where({ tenant, language, text, sha256, current: true })
    .whereNull('prompt');
}

/** What stands in its place until now. Two at once wait for each other by the prompt's row, or by the words' lock. */
async function outdate(trx: Knex, { tenant, prompt, language, text }: NewPromptFile): Promise<void> {
  const before = trx('prompt_files').where({ tenant, language, current: true });
  if (prompt !== null) before.where('prompt', prompt);
  else {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `speech:${tenant}:${language}:${text}`,
    ]);
    before.whereNull('prompt').where('text', text);
  }
  await before.update({ current: false });
}

/** The same sound is kept once for all; returns its SHA-256. */
async function keepBlob(trx: Knex, { wav, ms, rate }: Sound): Promise<string> {
  const sha256 = createHash('sha256').update(wav).digest('hex');
  await trx('audio_blobs')
    .insert({ sha256, bytes: Buffer.from(wav), size: wav.length, ms, rate })
    .onConflict('sha256')
    .merge({ wanted_at: trx.fn.now() });
  return sha256;
}
