import { z } from 'zod';

/**
 * Path of a prompt below the prompt folder, e.g. `ko/main/greeting.wav`. The alphabet is what makes it safe inside a
 * FreeSWITCH application argument: no blank, quote, `!` (file_string separator), `$` or dot-dot.
 */
export const PromptPath = z
  .string()
  .max(120)
  .regex(/^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*)*\.wav$/);

/** One piece of what the caller hears; a list of them is played without a gap. */
export const Prompt = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), path: PromptPath }),
  z.strictObject({ kind: z.literal('silence'), ms: z.number().int().min(20).max(60_000) }),
  z.strictObject({ kind: z.literal('tone'), name: z.enum(['beep', 'ringback', 'busy']) }),
]);
export type Prompt = z.infer<typeof Prompt>;
