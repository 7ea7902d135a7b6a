import { z } from 'zod';
import { Hours } from '../call/event.ts';
import { Outcome } from '../call/outcome.ts';
import { VariableName } from './names.ts';
import { ShownText } from './shown-text.ts';
import { Value } from './value.ts';

/**
 * What a simulated caller and his surroundings do, one word per decision: keys as `1` or `123456`, `noInput`, `tooShort:12`;
 * the far end of a dial `answers busy noAnswer rejected failed declined`; a text `accepted refused notTaken`; a recording
 * `recorded empty noRecording`; `hangup` at the next decision, `hangupNow` at the next verb; `missing`: the file of the next
 * prompt is not there; `mediaLost`; `command`: somebody in the console takes over.
 */
export const SimulatedInput = z
  .string()
  .regex(/^([0-9*#]{1,64}|[a-zA-Z]{1,20}(:[0-9*#]{0,64})?)$/, 'keys or one of the known words');
export type SimulatedInput = z.infer<typeof SimulatedInput>;

/** What another system answers, in the order in which the scenario asks. */
export const SimulatedAnswer = z.strictObject({
  result: z.enum(['ok', 'refused', 'failed', 'timeout']).default('ok'),
  status: z.number().int().min(100).max(599).default(200),
  /** Variables as the block would take them. */
  values: z
    .record(VariableName, z.union([ShownText(200), Value.options[1], Value.options[2], Value.options[3]]))
    .default({}),
});
export type SimulatedAnswer = z.infer<typeof SimulatedAnswer>;

/** Everything that a simulated call depends on: the same again gives the same call. */
export const SimulationGiven = z.strictObject({
  /** When the call comes in, ISO 8601 with offset. */
  at: z.iso.datetime({ offset: true }),
  caller: z
    .string()
    .regex(/^[+0-9]{0,20}$/)
    .default('07012345678'),
  called: z
    .string()
    .regex(/^[+0-9]{0,20}$/)
    .default('15880000'),
  /** Decides `split` and `random` blocks. */
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  inputs: z.array(SimulatedInput).max(200).default([]),
  http: z.array(SimulatedAnswer).max(50).default([]),
  /** What every calendar says, instead of its own verdict at `at`. */
  hours: Hours.optional(),
});
export type SimulationGiven = z.infer<typeof SimulationGiven>;

/** `prompts`: what the caller heard, as words, one line per prompt list. `path`: blocks entered, as `part/block`. */
export const SimulationExpect = z.strictObject({
  prompts: z.array(ShownText(2_000)).max(300).optional(),
  path: z.array(ShownText(140)).max(500).optional(),
  outcome: Outcome,
});
export type SimulationExpect = z.infer<typeof SimulationExpect>;

/** One line of a simulated call, for people. `prompts`: files in order, to be heard. */
export type SimulationLine = {
  kind: 'heard' | 'asked' | 'music' | 'pressed' | 'happened' | 'did' | 'note' | 'outcome';
  /** `part/block`, or `engine/<what>`. */
  place: string;
  /** Words for `heard`, `asked`, `music`; keys for `pressed`; a code for the others (`dial`, `record`, `text`, …). */
  text: string;
  prompts: string[];
  /** ms since the call came in. */
  atMs: number;
};

/** What the call waits for: the next input decides. */
export type SimulationWaiting = {
  place: string;
  kind: 'keys' | 'dial' | 'record' | 'text' | 'http' | 'hours' | 'play' | 'time';
  secret: boolean;
};
