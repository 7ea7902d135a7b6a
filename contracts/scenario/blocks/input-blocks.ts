import { z } from 'zod';
import { Terminators } from '../../call/verb.ts';
import { OutcomeName, VariableName } from '../names.ts';
import { PromptItems } from '../prompt-item.ts';
import { wired } from './wired.ts';

const tries = z.number().int().min(1).max(5).default(3);
/** FreeSWITCH raises anything below 1,000 ms to 1,000. */
const firstDigitMs = z.number().int().min(1_000).max(60_000).default(5_000);
const interDigitMs = z.number().int().min(500).max(30_000).default(3_000);

const MenuKey = z.string().regex(/^[0-9*#]{1,6}$/, 'a menu key is 1 to 6 of 0-9, * and #');

/** One try = one `collect` verb; the next try says its own prompt. Longer keys: the longest match wins. */
export const MenuBlock = z.strictObject({
  type: z.literal('menu'),
  ...wired,
  prompts: PromptItems,
  noInputPrompts: PromptItems,
  wrongKeyPrompts: PromptItems,
  keys: z
    .record(MenuKey, OutcomeName)
    .refine((keys) => Object.keys(keys).length >= 1 && Object.keys(keys).length <= 40, '1 to 40 keys'),
  tries,
  firstDigitMs,
  interDigitMs,
});

/** Named patterns instead of regular expressions of the user, which could be made to run for ever. */
export const Validator = z.enum([
  'any',
  'digits',
  'phone',
  'mobile',
  'date',
  'time',
  'businessNumber',
  'corporateNumber',
  'luhn',
]);
export type Validator = z.infer<typeof Validator>;

/** "You pressed 1 2 3; 1 if that is right, 2 to do it again": `prompts` say it, mostly by a reading of the variable. */
export const ReadBack = z
  .strictObject({
    prompts: PromptItems,
    yes: z
      .string()
      .regex(/^[0-9*#]$/, 'one key')
      .default('1'),
    no: z
      .string()
      .regex(/^[0-9*#]$/, 'one key')
      .default('2'),
  })
  .refine(({ yes, no }) => yes !== no, 'yes and no need different keys');

/** Digits into a variable. Resident registration numbers are refused whatever the validator: nobody may ask for them. */
export const CollectBlock = z
  .strictObject({
    type: z.literal('collect'),
    ...wired,
    prompts: PromptItems,
    noInputPrompts: PromptItems,
    invalidPrompts: PromptItems,
    min: z.number().int().min(1).max(32),
    max: z.number().int().min(1).max(32),
    terminators: Terminators.default('#'),
    firstDigitMs,
    interDigitMs,
    validator: Validator.default('digits'),
    tries,
    secret: z.boolean().default(false),
    variable: VariableName,
    /** Pressed alone, leaves by `cancelled`. */
    cancelKey: z.enum(['*', '#']).optional(),
    confirm: ReadBack.optional(),
  })
  .refine((block) => block.min <= block.max, 'min must not be greater than max')
  .refine(
    (block) => !(block.secret && block.confirm),
    'what is secret is not read back: take one of them away',
  )
  .refine(
    ({ cancelKey, terminators }) => cancelKey === undefined || !terminators.includes(cancelKey),
    'the cancel key must not also end the input',
  );
