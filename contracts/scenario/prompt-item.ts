import { z } from 'zod';
import { PromptPath, ToneSpec } from '../call/prompt.ts';
import { Language } from './language.ts';
import { Operand } from './value.ts';

/** What can be read aloud; `count` needs a unit, and reads 한 명, 두 개, 삼 분 as the unit wants it. */
export const SAY_KINDS = ['digits', 'number', 'amount', 'date', 'time', 'count'] as const;
/** 명, 개, 건, 번, 분, 시간, 일, 층, 번째. */
export const COUNT_UNITS = [
  'people',
  'items',
  'cases',
  'times',
  'minutes',
  'hours',
  'days',
  'floors',
  'place',
] as const;
export type SayKind = (typeof SAY_KINDS)[number];
export type CountUnit = (typeof COUNT_UNITS)[number];

const Say = z
  .strictObject({ say: z.enum(SAY_KINDS), value: Operand, unit: z.enum(COUNT_UNITS).optional() })
  .refine(
    ({ say, unit }) => (say === 'count') === (unit !== undefined),
    'a count needs a unit, nothing else has one',
  );

/**
 * One piece of what a block says. A string is a shipped prompt file (its first folder is its language); `prompt` names a
 * prompt of the company, which has a file per language; `text` names a prompt by what it says in the scenario's first
 * language, `in` has the words of others (the compiler finds the files); `say` is put together from files at run time.
 * `files` only stands in compiled parts.
 */
export const PromptItem = z.union([
  PromptPath,
  z.strictObject({
    text: z.string().min(1).max(500),
    in: z.partialRecord(Language, z.string().min(1).max(500)).optional(),
  }),
  z.strictObject({ prompt: z.uuid() }),
  z.strictObject({ silence: z.number().int().min(20).max(10_000) }),
  z.strictObject({ tone: z.union([z.enum(['beep', 'ringback', 'busy']), ToneSpec]) }),
  Say,
  z.strictObject({ files: z.partialRecord(Language, PromptPath) }),
]);
export type PromptItem = z.infer<typeof PromptItem>;

export const PromptItems = z.array(PromptItem).min(1).max(20);

/**
 * What the shipped and the company's prompt files are: path → length and what is said. A company's file says which prompt
 * it belongs to and in which language it is; a shipped one tells its language by its first folder.
 */
export const PromptCatalog = z.record(
  PromptPath,
  z.strictObject({
    ms: z.number().int().min(1),
    text: z.string().max(2_000),
    prompt: z.uuid().optional(),
    language: Language.optional(),
  }),
);
export type PromptCatalog = z.infer<typeof PromptCatalog>;
