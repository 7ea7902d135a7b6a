import type { BlockOf } from '../../contracts/scenario/block.ts';
import { awaitVerb, type Draft, issue, topFrame } from '../engine/draft.ts';
import { notePromptFailure } from '../engine/prompt-failure.ts';
import { noteDigits } from '../engine/records.ts';
import type { RetryCause } from '../engine/snapshot.ts';
import { soundOf } from '../engine/sounds.ts';
import { validates } from '../logic/validate-digits.ts';
import { type BlockDriver, completes, IGNORED, leave, type Reaction } from './driver.ts';

/** Reads digits into a variable. What the validator refuses is asked for again with the "invalid" prompt. */
export const collectDriver: BlockDriver<BlockOf<'collect'>> = {
  enter: (draft, block) => {
    const cause = topFrame(draft)?.cause ?? 'first';
    const sound = soundOf(draft, promptsOf(block, cause));
    if (sound === undefined) return;
    const { min, max, terminators, firstDigitMs, interDigitMs, secret } = block;
    const expectMs = sound.ms + firstDigitMs + (max - 1) * interDigitMs;
    const { prompts } = sound;
    const verb = issue(draft, {
      kind: 'collect',
      prompts,
      min,
      max,
      terminators,
      firstDigitMs,
      interDigitMs,
      secret,
      ...(cause === 'wrong' ? { afresh: true } : {}),
      expectMs,
    });
    awaitVerb(draft, verb, 'collect');
  },
  on: (draft, block, event) => {
    if ((event.type !== 'collected' && event.type !== 'idle') || !completes(draft, event)) return IGNORED;
    if (event.type === 'idle') return retry(draft, block, 'noInput');
    if (event.result === 'missing' || event.result === 'failed') {
      notePromptFailure(draft, event.result);
      return retry(draft, block, 'noInput');
    }
    if (event.digits !== '') noteDigits(draft, event.digits, block.secret);
    if (event.result === 'noInput') return retry(draft, block, 'noInput');
    if (!accepted(block, event.result, event.digits)) return retry(draft, block, 'wrong');
    draft.state.variables[block.variable] = event.digits;
    return leave('collected');
  },
};

function accepted(block: BlockOf<'collect'>, result: string, digits: string): boolean {
  if (result !== 'digits') return false;
  return digits.length >= block.min && digits.length <= block.max && validates(block.validator, digits);
}

function retry(draft: Draft, block: BlockOf<'collect'>, cause: RetryCause): Reaction {
  const tried = (topFrame(draft)?.tries ?? 0) + 1;
  if (tried < block.tries) return { kind: 'again', cause };
  return leave(cause === 'noInput' ? 'noInput' : 'invalid');
}

function promptsOf(block: BlockOf<'collect'>, cause: RetryCause): BlockOf<'collect'>['prompts'] {
  if (cause === 'first') return block.prompts;
  return cause === 'noInput' ? block.noInputPrompts : block.invalidPrompts;
}
