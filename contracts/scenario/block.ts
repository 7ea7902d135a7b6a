import { z } from 'zod';
import { Outcome } from '../call/outcome.ts';
import { PromptPath } from '../call/prompt.ts';
import { DialTarget, HangupCause, Terminators } from '../call/verb.ts';
import { Expression } from './expression.ts';
import { BlockId, CalendarName, OutcomeName, PartId, VariableName } from './names.ts';
import { PromptItems } from './prompt-item.ts';
import { Operand } from './value.ts';

/**
 * The blocks of a scenario. Every block but `hangup` and `return` is left through one of its named outcomes, and
 * `next` says where each of them leads (the linter holds the names against the block).
 */
const Next = z
  .record(OutcomeName, BlockId)
  .refine((next) => Object.keys(next).length <= 50, 'at most 50 outcomes');

const described = { label: z.string().max(80).optional() };
const wired = { ...described, next: Next };

const tries = z.number().int().min(1).max(5).default(3);
/** FreeSWITCH raises anything below 1,000 ms to 1,000. */
const firstDigitMs = z.number().int().min(1_000).max(60_000).default(5_000);
const interDigitMs = z.number().int().min(500).max(30_000).default(3_000);

export const AnswerBlock = z.strictObject({ type: z.literal('answer'), ...wired });

const spoken = {
  prompts: PromptItems,
  /** Heard to the end, the caller has got what he called for: hanging up after it is `success/informed`. */
  informs: z.boolean().default(false),
};
export const PlayBlock = z.strictObject({ type: z.literal('play'), ...wired, ...spoken });
/** Like `play`; a scenario uses it where words depend on variables. */
export const SayBlock = z.strictObject({ type: z.literal('say'), ...wired, ...spoken });

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
export const Validator = z.enum(['any', 'digits', 'phone', 'mobile', 'date', 'businessNumber']);
export type Validator = z.infer<typeof Validator>;

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
  })
  .refine((block) => block.min <= block.max, 'min must not be greater than max');

export const ConditionBlock = z.strictObject({ type: z.literal('condition'), ...wired, when: Expression });

export const Assignment = z.union([
  z.strictObject({ variable: VariableName, value: Operand }),
  z.strictObject({ variable: VariableName, add: z.number().min(-1e9).max(1e9) }),
]);
export type Assignment = z.infer<typeof Assignment>;

export const SetBlock = z.strictObject({
  type: z.literal('set'),
  ...wired,
  assign: z.array(Assignment).min(1).max(20),
});

export const BusinessHoursBlock = z.strictObject({
  type: z.literal('businessHours'),
  ...wired,
  calendar: CalendarName,
});

export const ConnectBlock = z.strictObject({
  type: z.literal('connect'),
  ...wired,
  target: DialTarget,
  ringMs: z.number().int().min(5_000).max(120_000).default(25_000),
  /** What the caller hears while it rings. */
  music: z.union([PromptPath, z.strictObject({ tone: z.enum(['ringback']) })]).default({ tone: 'ringback' }),
});

export const LeaveMessageBlock = z.strictObject({
  type: z.literal('leaveMessage'),
  ...wired,
  prompts: PromptItems,
  beep: z.boolean().default(true),
  maxMs: z.number().int().min(1_000).max(600_000).default(120_000),
  silenceMs: z.number().int().min(1_000).max(30_000).default(5_000),
  terminators: Terminators.default('#'),
});

/** What text templates call their variables: Korean words too, so not the names of scenario variables. */
const TextVariable = z
  .string()
  .regex(/^[^\s.#{}]{1,40}$/, 'a name of 1 to 40 characters without blanks, . # { or }');

/**
 * Texts somebody while the call goes on (SM-08, SM-21): a text of its own or a template by its name or id. Left as soon
 * as the text stands in the ledger; what the carrier makes of it is the sent list's.
 */
export const SendMessageBlock = z
  .strictObject({
    type: z.literal('sendMessage'),
    ...wired,
    to: z.union([z.literal('caller'), z.strictObject({ variable: VariableName })]).default('caller'),
    text: z.string().min(1).max(2_000).optional(),
    template: z.string().trim().min(1).max(60).optional(),
    /** Values of the variables of text or template. */
    values: z
      .record(TextVariable, Operand)
      .refine((values) => Object.keys(values).length <= 40, 'at most 40 values')
      .default({}),
    /** Digits of a verified sender; absent: the company's main number. */
    sender: z
      .string()
      .regex(/^[0-9]{2,20}$/, 'digits of a sender number')
      .optional(),
  })
  .refine(
    ({ text, template }) => (text === undefined) !== (template === undefined),
    'give a text or a template, one of them',
  );

export const SubScenarioBlock = z.strictObject({ type: z.literal('subScenario'), ...wired, part: PartId });
export const ReturnBlock = z.strictObject({ type: z.literal('return'), ...described, outcome: OutcomeName });
export const HangupBlock = z.strictObject({
  type: z.literal('hangup'),
  ...described,
  cause: HangupCause.default('NORMAL_CLEARING'),
  /** Absent: by what the call has reached. */
  outcome: Outcome.optional(),
});

export const Block = z.discriminatedUnion('type', [
  AnswerBlock,
  PlayBlock,
  SayBlock,
  MenuBlock,
  CollectBlock,
  ConditionBlock,
  SetBlock,
  BusinessHoursBlock,
  ConnectBlock,
  LeaveMessageBlock,
  SendMessageBlock,
  SubScenarioBlock,
  ReturnBlock,
  HangupBlock,
]);
export type Block = z.infer<typeof Block>;
export type BlockType = Block['type'];
export type BlockOf<T extends BlockType> = Extract<Block, { type: T }>;
