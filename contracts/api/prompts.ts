import { z } from 'zod';
import { PromptPath } from '../call/prompt.ts';
import { AUDIO_LIMITS } from '../prompt/audio-limits.ts';
import {
  AUDIO_WARNINGS,
  PROMPT_KINDS,
  PROMPT_SOURCES,
  RECORD_CALL_PROBLEMS,
  RECORD_CALL_STATES,
  SPEECH_PROVIDERS,
} from '../prompt/kinds.ts';
import { Language } from '../scenario/language.ts';
import { FreeText } from './free-text.ts';
import { Instant, Line, RowId } from './instants.ts';

/** A sound file of a prompt in one language, as nodes play it (16-bit mono WAV at 8 or 16 kHz). */
export const PromptFileView = z
  .strictObject({
    language: Language,
    path: PromptPath,
    ms: z.number().int(),
    text: z.string(),
    source: z.enum(PROMPT_SOURCES),
    voice: z.string().nullable(),
    createdAt: Instant,
    createdBy: z.string().nullable().meta({ description: 'Name of who made it' }),
  })
  .meta({ id: 'PromptFile' });
export type PromptFileView = z.infer<typeof PromptFileView>;

/** A company's prompt (안내 음성) or hold music. */
export const PromptView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    name: z.string(),
    kind: z.enum(PROMPT_KINDS),
    /** Languages that have a file. */
    languages: z.array(Language),
    /** What it says, of the first language that has words. */
    text: z.string().nullable(),
    files: z.array(PromptFileView),
    /** Scenarios whose draft or live version names it. */
    uses: z.number().int(),
    updatedAt: Instant,
  })
  .meta({ id: 'Prompt' });
export type PromptView = z.infer<typeof PromptView>;
export const PromptListView = z.strictObject({ prompts: z.array(PromptView) }).meta({ id: 'PromptList' });
export type PromptListView = z.infer<typeof PromptListView>;

export const PromptDraft = z
  .strictObject({ name: Line(80), kind: z.enum(PROMPT_KINDS).default('speech') })
  .meta({ id: 'PromptDraft' });
export const PromptChange = z
  .strictObject({
    name: Line(80).optional(),
    /** Words of a file by its language: what the designer shows, and finds it by. */
    texts: z.partialRecord(Language, FreeText(AUDIO_LIMITS.text)).optional(),
  })
  .meta({ id: 'PromptChange' });
export const PromptParams = z.strictObject({ id: RowId });
export const PromptFileParams = z.strictObject({ id: RowId, language: Language });

/** How a body of `PUT /prompts/:id/files/:language` came to be, and what it says. */
export const PromptUploadQuery = z.strictObject({
  source: z.enum(['upload', 'microphone']).default('upload'),
  text: FreeText(AUDIO_LIMITS.text).default(''),
});

/** A file that was taken, and what may be wrong with how it sounds. */
export const PromptStoredView = z
  .strictObject({ prompt: PromptView, warnings: z.array(z.enum(AUDIO_WARNINGS)) })
  .meta({ id: 'StoredPrompt' });
export type PromptStoredView = z.infer<typeof PromptStoredView>;

const Words = FreeText(AUDIO_LIMITS.text).refine((text) => text.trim() !== '', 'nothing to say');
const Voice = z.string().regex(/^[A-Za-z0-9+_-]{1,40}$/);

/** Speech of a text as the file of a prompt; no voice: the provider's first of that language. */
export const SpeakOrder = z
  .strictObject({ language: Language, text: Words, voice: Voice.optional() })
  .meta({ id: 'SpeakOrder' });
export type SpeakOrder = z.infer<typeof SpeakOrder>;

/** Speech of a text that stands in a block: made once, then found by its text when the scenario is compiled. */
export const SpeechView = z
  .strictObject({
    path: PromptPath,
    ms: z.number().int(),
    language: Language,
    text: z.string(),
    voice: z.string(),
    /** False: it was there already, and costs nothing. */
    made: z.boolean(),
  })
  .meta({ id: 'Speech' });
export type SpeechView = z.infer<typeof SpeechView>;

/** Voices of this installation; with `none` there are none, and the console says what to do. */
export const VoiceListView = z
  .strictObject({
    provider: z.enum(SPEECH_PROVIDERS),
    voices: z.array(z.strictObject({ id: z.string(), name: z.string(), language: Language })),
  })
  .meta({ id: 'VoiceList' });
export type VoiceListView = z.infer<typeof VoiceListView>;

export const PromptAudioQuery = z.strictObject({ path: PromptPath });

/** Blocks that name a prompt: of drafts, and of versions that calls get now. */
export const PromptUsesView = z
  .strictObject({
    uses: z.array(
      z.strictObject({
        scenario: z.string().nullable().meta({ description: 'Id of the scenario; null: a shipped one' }),
        name: z.string(),
        place: z.string().meta({ description: 'part/block' }),
        in: z.enum(['draft', 'live']),
      }),
    ),
  })
  .meta({ id: 'PromptUses' });
export type PromptUsesView = z.infer<typeof PromptUsesView>;

/** Rings an extension, which then records the prompt; `#` or silence ends it. */
export const RecordCallOrder = z
  .strictObject({ extension: z.string().regex(/^[0-9]{2,8}$/), language: Language })
  .meta({ id: 'RecordCallOrder' });
export const RecordCallView = z
  .strictObject({
    id: z.string(),
    state: z.enum(RECORD_CALL_STATES),
    /** Why it failed; null unless it did. */
    reason: z.enum(RECORD_CALL_PROBLEMS).nullable(),
  })
  .meta({ id: 'RecordCall' });
export type RecordCallView = z.infer<typeof RecordCallView>;
export const RecordCallParams = z.strictObject({ id: RowId, call: RowId });
