import test from 'ava';
import { TEMPLATE_KINDS } from '../../contracts/api/message-templates.ts';
import { OPT_OUT_SCOPES, OPT_OUT_SOURCES } from '../../contracts/api/opt-outs.ts';
import { OWNER_KINDS } from '../../contracts/calendar/owner.ts';
import * as kinds from '../../contracts/message/kinds.ts';
import { PROMPT_KINDS, PROMPT_SOURCES, RECORD_CALL_STATES } from '../../contracts/prompt/kinds.ts';
import { LANGUAGES } from '../../contracts/scenario/language.ts';
import { useTestDatabase } from '../testing/test-database.ts';

const db = useTestDatabase(test);

const SETS: readonly [constraint: string, words: readonly string[]][] = [
  ['messages_state_check', kinds.MESSAGE_STATES],
  ['messages_channel_check', kinds.MESSAGE_CHANNELS],
  ['messages_purpose_check', kinds.MESSAGE_PURPOSES],
  ['messages_origin_check', kinds.MESSAGE_ORIGINS],
  ['message_recipients_outcome_check', kinds.RECIPIENT_OUTCOMES],
  ['message_recipients_exclusion_check', kinds.EXCLUSIONS],
  ['message_sends_state_check', kinds.SEND_STATES],
  ['sender_numbers_state_check', kinds.SENDER_STATES],
  ['message_templates_kind_check', TEMPLATE_KINDS],
  ['message_templates_alimtalk_check', ['alimtalk', ...kinds.ALIMTALK_STATES]],
  ['opt_outs_scope_check', OPT_OUT_SCOPES],
  ['opt_outs_source_check', OPT_OUT_SOURCES],
  ['letterings_state_check', kinds.LETTERING_STATES],
  ['usage_events_kind_check', kinds.USAGE_KINDS],
  ['prices_kind_check', kinds.USAGE_KINDS],
  ['calendars_owner_kind_check', OWNER_KINDS],
  ['prompts_kind_check', PROMPT_KINDS],
  ['prompt_files_source_check', PROMPT_SOURCES],
  ['prompt_files_language_check', LANGUAGES],
  ['prompt_record_calls_state_check', RECORD_CALL_STATES],
];

test('the words that the database takes are those of contracts', async (t) => {
  for (const [constraint, words] of SETS) {
    const { rows } = await db().database.knex.raw<{ rows: { definition: string }[] }>(
      'select pg_get_constraintdef(oid) as definition from pg_constraint where conname = ?',
      [constraint],
    );
    const written = [...(rows[0]?.definition ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word);
    t.deepEqual(written.toSorted(), [...words].toSorted(), constraint);
  }
});
