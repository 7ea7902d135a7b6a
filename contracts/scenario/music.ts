import { z } from 'zod';
import { PromptPath } from '../call/prompt.ts';

/**
 * What goes on until something else begins: a shipped file, files of the company one after the other and again from the
 * beginning (a stream), or a tone. `prompt` is the id of a prompt of kind music.
 */
export const Music = z.union([
  PromptPath,
  z.strictObject({ tone: z.enum(['ringback', 'silence']) }),
  z.strictObject({
    stream: z
      .array(z.strictObject({ prompt: z.uuid() }))
      .min(1)
      .max(20),
  }),
  /** Only in compiled parts: what a stream consists of. */
  z.strictObject({ files: z.array(PromptPath).min(1).max(20) }),
]);
export type Music = z.infer<typeof Music>;
