import { z } from 'zod';

/**
 * Path of a prompt below the prompt folder, e.g. `ko/main/greeting.wav`. The alphabet is what makes it safe inside a
 * FreeSWITCH application argument: no blank, quote, `!` (file_string separator), `$` or dot-dot.
 */
export const PromptPath = z
  .string()
  .max(120)
  .regex(/^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*)*\.wav$/);

/** A tone of one's own: frequencies together, on and off, so many times. Numbers only: it becomes a tone_stream. */
export const ToneSpec = z.strictObject({
  hz: z.array(z.number().int().min(100).max(3_400)).min(1).max(4),
  onMs: z.number().int().min(20).max(5_000),
  offMs: z.number().int().min(0).max(5_000),
  times: z.number().int().min(1).max(20),
});
export type ToneSpec = z.infer<typeof ToneSpec>;

/** One piece of what the caller hears; a list of them is played without a gap. */
export const Prompt = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), path: PromptPath }),
  z.strictObject({ kind: z.literal('silence'), ms: z.number().int().min(20).max(60_000) }),
  z.strictObject({ kind: z.literal('tone'), name: z.enum(['beep', 'ringback', 'busy']) }),
  z.strictObject({ kind: z.literal('tones'), tone: ToneSpec }),
]);
export type Prompt = z.infer<typeof Prompt>;
