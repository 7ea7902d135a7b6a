import { z } from 'zod';
import { Terminators } from '../../call/verb.ts';
import { Language } from '../language.ts';
import { PromptItems } from '../prompt-item.ts';
import { wired } from './wired.ts';

export const AnswerBlock = z.strictObject({ type: z.literal('answer'), ...wired });

const spoken = {
  prompts: PromptItems,
  /** How often the whole sequence is said. */
  loops: z.number().int().min(1).max(10).default(1),
  /** Heard to the end, the caller has got what he called for: hanging up after it is `success/informed`. */
  informs: z.boolean().default(false),
};
export const PlayBlock = z.strictObject({ type: z.literal('play'), ...wired, ...spoken });
/** Like `play`; a scenario uses it where words depend on variables. */
export const SayBlock = z.strictObject({ type: z.literal('say'), ...wired, ...spoken });

/** From here on prompts and readings are those of this language, where there are any. */
export const LanguageBlock = z.strictObject({ type: z.literal('language'), ...wired, language: Language });

export const LeaveMessageBlock = z.strictObject({
  type: z.literal('leaveMessage'),
  ...wired,
  prompts: PromptItems,
  beep: z.boolean().default(true),
  maxMs: z.number().int().min(1_000).max(600_000).default(120_000),
  silenceMs: z.number().int().min(1_000).max(30_000).default(5_000),
  terminators: Terminators.default('#'),
});

/**
 * Recording of the whole call: both sides, until `stop` or the end of the call. `mask`: the file is silent from here on
 * (secret digits, resident numbers), while the parties go on hearing each other; `unmask` ends that.
 */
export const RecordingBlock = z.strictObject({
  type: z.literal('recording'),
  ...wired,
  action: z.enum(['start', 'stop', 'pause', 'resume', 'mask', 'unmask']),
});
