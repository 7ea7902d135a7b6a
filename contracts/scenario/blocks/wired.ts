import { z } from 'zod';
import { BlockId, OutcomeName } from '../names.ts';
import { ShownText } from '../shown-text.ts';

/** Where each named outcome leads (the linter holds the names against the block). */
const Next = z
  .record(OutcomeName, BlockId)
  .refine((next) => Object.keys(next).length <= 50, 'at most 50 outcomes');

/** What every block may have: the name that people gave it. */
export const described = { label: ShownText(80).optional() };

/** What people call outcomes that they made themselves (상담, 콜백): the names in `next` are narrower. */
const OutcomeWords = z
  .record(OutcomeName, z.string().trim().min(1).max(40))
  .refine((words) => Object.keys(words).length <= 50, 'at most 50 outcomes');

/** What every block has that is left through outcomes. */
export const wired = { ...described, next: Next, outcomeWords: OutcomeWords.optional() };
