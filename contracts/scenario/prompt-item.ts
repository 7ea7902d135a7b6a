import { z } from 'zod';
import { PromptPath } from '../call/prompt.ts';
import { Operand } from './value.ts';

/**
 * One piece of what a block says. A string is a prompt file; `text` names a prompt by what it says (the compiler finds
 * the file); `digits`, `number` and `date` are put together from prompt files at run time.
 */
export const PromptItem = z.union([
  PromptPath,
  z.strictObject({ text: z.string().min(1).max(500) }),
  z.strictObject({ silence: z.number().int().min(20).max(10_000) }),
  z.strictObject({ tone: z.enum(['beep', 'ringback', 'busy']) }),
  z.strictObject({ say: z.enum(['digits', 'number', 'date']), value: Operand }),
]);
export type PromptItem = z.infer<typeof PromptItem>;

export const PromptItems = z.array(PromptItem).min(1).max(20);

/** What the shipped and uploaded prompt files are: path → length and what is said. */
export const PromptCatalog = z.record(
  PromptPath,
  z.strictObject({ ms: z.number().int().min(1), text: z.string().max(2_000) }),
);
export type PromptCatalog = z.infer<typeof PromptCatalog>;
