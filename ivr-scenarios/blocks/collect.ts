import type { CallEventOf } from '../../contracts/call/event.ts';
import type { BlockOf } from '../../contracts/scenario/block.ts';
import { awaitVerb, type Draft, issue, topFrame } from '../engine/draft.ts';
import { noteDigits } from '../engine/records.ts';
import type { RetryCause } from '../engine/snapshot.ts';
import { soundOf } from '../engine/sounds.ts';
import { hasResidentCheckDigit, isResidentNumber } from '../logic/resident-number.ts';
import { validates } from '../logic/validate-digits.ts';
import { type BlockDriver, completes, IGNORED, leave, type Reaction, STAY } from './driver.ts';
import { askBack, confirmed } from './read-back.ts';

/** Reads digits into a variable. What the validator refuses is asked for again with the "invalid" prompt. */
export const collectDriver: BlockDriver<BlockOf<'collect'>> = {
  enter: (draft, block) => {
    if (topFrame(draft)?.confirming === undefined) ask(draft, block);
    else askBack(draft, block);
  },
  on: (draft, block, event) => {
    if ((event.type !== 'collected' && event.type !== 'idle') || !completes(draft, event)) return IGNORED;
    if (topFrame(draft)?.confirming !== undefined) return confirmed(draft, block, event);
    return event.type === 'idle' ? retry(draft, block, 'noInput') : judged(draft, block, event);
  },
};

function ask(draft: Draft, block: BlockOf<'collect'>): void {
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
}

function judged(draft: Draft, block: BlockOf<'collect'>, event: CallEventOf<'collected'>): Reaction {
  const { digits, result } = event;
  if (result === 'missing' || result === 'failed') return retry(draft, block, 'noInput');
  if (digits !== '') noteDigits(draft, digits, block.secret);
  if (digits !== '' && digits === block.cancelKey) return leave('cancelled');
  if (result === 'noInput') return retry(draft, block, 'noInput');
  if (refusedAsResident(block, digits) || !accepted(block, result, digits))
    return retry(draft, block, 'wrong');
  const before = draft.state.variables[block.variable] ?? null;
  draft.state.variables[block.variable] = digits;
  if (block.confirm === undefined || block.secret) return leave('collected');
  const frame = topFrame(draft);
  if (frame !== undefined) frame.confirming = { before };
  askBack(draft, block);
  return STAY;
}

function accepted(block: BlockOf<'collect'>, result: string, digits: string): boolean {
  if (result !== 'digits') return false;
  return digits.length >= block.min && digits.length <= block.max && validates(block.validator, digits);
}

/**
 * Numbers of corporations look alike (those of Seoul begin with 110111): one with its own check digit is let through
 * where such a number is asked for, unless its last digit is that of a resident as well.
 */
function refusedAsResident({ validator }: BlockOf<'collect'>, digits: string): boolean {
  if (!isResidentNumber(digits)) return false;
  const corporate = validator === 'corporateNumber' && validates(validator, digits);
  return !corporate || hasResidentCheckDigit(digits);
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
