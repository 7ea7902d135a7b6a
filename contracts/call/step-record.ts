import { z } from 'zod';
import { VerbNumber } from '../ids.ts';

/** One line of a call's story: a block that was entered, with what came of it. Secret digits are already `***`. */
export const StepRecord = z.strictObject({
  /** 1, 2, 3 … over the call's life; (call, seq) is the key that makes writing it twice harmless. */
  seq: z.number().int().min(1),
  /** `part/block` of the scenario, or `engine/<what>` for what the engine did by itself. */
  block: z.string().max(140),
  blockType: z.string().max(40),
  /** First verb that the block issued; absent for blocks that decide only. */
  verb: VerbNumber.optional(),
  verbKind: z.string().max(40).optional(),
  /** Prompts that were ordered, as paths. */
  prompts: z.array(z.string().max(120)).max(60).optional(),
  /** What was pressed; `***` where the block is secret. */
  digits: z.string().max(64).optional(),
  /** File name of the message that was left, without a folder: where it lies is the installation's business. */
  recording: z.string().max(120).optional(),
  /** Named outcome by which the block was left; absent while the call is in it. */
  outcome: z.string().max(60).optional(),
  /** What a tag or log block notes; never anything secret. */
  note: z.string().max(400).optional(),
  enteredAt: z.number().int(),
  leftAt: z.number().int().optional(),
});
export type StepRecord = z.infer<typeof StepRecord>;
