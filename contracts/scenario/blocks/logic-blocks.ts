import { z } from 'zod';
import { Outcome } from '../../call/outcome.ts';
import { HangupCause } from '../../call/verb.ts';
import { Expression } from '../expression.ts';
import { OutcomeName, PartId, VariableName } from '../names.ts';
import { ShownText } from '../shown-text.ts';
import { Operand, Value } from '../value.ts';
import { described, wired } from './wired.ts';

export const ConditionBlock = z.strictObject({ type: z.literal('condition'), ...wired, when: Expression });

/** The first case that fits; none: `otherwise`. Bounds are included; numbers compare as numbers, text as text. */
const SwitchCase = z.union([
  z.strictObject({ outcome: OutcomeName, is: z.array(Value).min(1).max(50) }),
  z
    .strictObject({ outcome: OutcomeName, from: Value.optional(), to: Value.optional() })
    .refine(({ from, to }) => from !== undefined || to !== undefined, 'give from, to or both'),
  z.strictObject({ outcome: OutcomeName, startsWith: z.string().min(1).max(40) }),
]);
export type SwitchCase = z.infer<typeof SwitchCase>;
export const SwitchBlock = z.strictObject({
  type: z.literal('switch'),
  ...wired,
  variable: VariableName,
  cases: z.array(SwitchCase).min(1).max(40),
});

/** Left `times` times by `again`, then by `over`; then it counts from the beginning. */
export const LoopBlock = z.strictObject({
  type: z.literal('loop'),
  ...wired,
  times: z.number().int().min(1).max(50),
});

/** Percent of the calls by outcome; 100 together. */
export const SplitBlock = z
  .strictObject({
    type: z.literal('split'),
    ...wired,
    shares: z.record(OutcomeName, z.number().int().min(1).max(100)),
  })
  .refine(
    ({ shares }) => Object.values(shares).reduce((sum, share) => sum + share, 0) === 100,
    'the shares must be 100 together',
  );

/** One of the ways, each as likely as the others. */
export const RandomBlock = z.strictObject({
  type: z.literal('random'),
  ...wired,
  ways: z.array(OutcomeName).min(2).max(20),
});

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

/** Marks the call for lists and figures. */
export const TagBlock = z.strictObject({
  type: z.literal('tag'),
  ...wired,
  tags: z.array(ShownText(40).trim().min(1)).min(1).max(10),
});

/** A line in the call's story, with what some variables hold; secret ones are not allowed. */
export const LogBlock = z.strictObject({
  type: z.literal('log'),
  ...wired,
  text: ShownText(200).min(1),
  values: z.array(VariableName).max(10).default([]),
});

/** Calls a part. Its parameters have these values inside it, and what they had before when it has returned. */
export const SubScenarioBlock = z.strictObject({
  type: z.literal('subScenario'),
  ...wired,
  part: PartId,
  with: z.record(VariableName, Operand).default({}),
});
export const ReturnBlock = z.strictObject({ type: z.literal('return'), ...described, outcome: OutcomeName });
export const HangupBlock = z.strictObject({
  type: z.literal('hangup'),
  ...described,
  cause: HangupCause.default('NORMAL_CLEARING'),
  /** Absent: by what the call has reached. */
  outcome: Outcome.optional(),
});
