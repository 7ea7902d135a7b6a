import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { RecordCallProblem, RecordCallState } from '../../contracts/prompt/kinds.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import { query } from '../errors.ts';
import { requireSystem, requireTenant, visibleTo } from '../visibility.ts';
import { addPromptFile, type Sound } from './prompt-files.ts';

/** A recording by telephone. */
export type RecordCallRow = {
  id: string;
  tenant: TenantId;
  prompt: string;
  language: Language;
  extension: string;
  state: RecordCallState;
  reason: RecordCallProblem | null;
};

export type NewRecordCall = Pick<RecordCallRow, 'tenant' | 'prompt' | 'language' | 'extension'>;

export type PromptRecordCalls = {
  /** `request/conflict` while one of the prompt is under way. Returns its id. */
  begin(actor: Actor, call: NewRecordCall): Promise<string>;
  get(actor: Actor, id: string): Promise<RecordCallRow | undefined>;
  /** False: it has ended already. */
  note(actor: Actor, id: string, state: RecordCallState, reason?: RecordCallProblem): Promise<boolean>;
  /** The sound becomes the prompt's file, once, whoever repeats it. `request/not-found`: the prompt is gone. */
  store(actor: Actor, id: string, sound: Sound): Promise<void>;
};

const COLUMNS = ['id', 'tenant', 'prompt', 'language', 'extension', 'state', 'reason'] as const;
const OPEN: RecordCallState[] = ['calling', 'recording'];
/** Ringing and the longest recording are over by then: what is still open was lost, and blocks nobody. */
const LOST_AFTER = "now() - interval '8 minutes'";

/** Table `prompt_record_calls`. */
export function createPromptRecordCalls(knex: Knex): PromptRecordCalls {
  return {
    begin: (actor, call) => query(knex.transaction((trx) => begin(trx, actor, call))),
    async get(actor, id) {
      const row = knex('prompt_record_calls')
        .first<RecordCallRow>(...COLUMNS)
        .where('id', id);
      return (await query(visibleTo(row, actor))) ?? undefined;
    },
    async note(actor, id, state, reason) {
      requireSystem(actor);
      const row = knex('prompt_record_calls').where('id', id).whereIn('state', OPEN);
      return (await query(row.update({ state, reason: reason ?? null }))) === 1;
    },
    async store(actor, id, sound) {
      requireSystem(actor);
      await query(knex.transaction((trx) => store(trx, actor, id, sound)));
    },
  };
}

async function begin(trx: Knex, actor: Actor, call: NewRecordCall): Promise<string> {
  requireTenant(actor, call.tenant);
  await trx('prompts').select('id').where('id', call.prompt).forUpdate();
  const open = await trx('prompt_record_calls')
    .select('id')
    .where('prompt', call.prompt)
    .whereIn('state', OPEN)
    .whereRaw(`created_at > ${LOST_AFTER}`);
  if (open.length > 0) throw new CallwrightError('request/conflict', 'this prompt is being recorded already');
  const [row] = await trx('prompt_record_calls')
    .insert({
      id: trx.raw('gen_random_uuid()'),
      ...call,
      created_by: actor.kind === 'user' ? actor.user : null,
    })
    .returning<{ id: string }[]>('id');
  if (row === undefined) throw new CallwrightError('server/bug', 'a row that was added is not there');
  return row.id;
}

async function store(trx: Knex, actor: Actor, id: string, sound: Sound): Promise<void> {
  const row = await trx('prompt_record_calls')
    .first<(RecordCallRow & { created_by: string | null }) | undefined>(...COLUMNS, 'created_by')
    .where('id', id)
    .forUpdate();
  if (row === undefined || !OPEN.includes(row.state)) return;
  const { tenant, prompt, language, created_by: by } = row;
  const before = await trx('prompt_files')
    .first<{ text: string } | undefined>('text')
    .where({ prompt, language, current: true });
  const text = before?.text ?? '';
  const file = { tenant, prompt, language, sound, text, source: 'phone', voice: null, by } as const;
  await addPromptFile(trx, actor, file);
  await trx('prompt_record_calls').where('id', id).update({ state: 'done' });
}
