import type { CallEventOf } from '../../contracts/call/event.ts';
import type { BlockOf } from '../../contracts/scenario/block.ts';
import { awaitVerb, type Draft, issue, topFrame } from '../engine/draft.ts';
import { noteDigits } from '../engine/records.ts';
import type { RetryCause } from '../engine/snapshot.ts';
import { soundOf } from '../engine/sounds.ts';
import { menuKeyOf } from '../logic/menu-key.ts';
import { type BlockDriver, completes, IGNORED, leave, type Reaction } from './driver.ts';

/**
 * A menu. FreeSWITCH has one and the same "invalid" prompt for silence and for a wrong key, and it cannot be
 * interrupted; so each try is one collect with tries 1, and the next try says what fits.
 */
export const menuDriver: BlockDriver<BlockOf<'menu'>> = {
  enter: (draft, block) => {
    const cause = topFrame(draft)?.cause ?? 'first';
    const sound = soundOf(draft, promptsOf(block, cause));
    if (sound === undefined) return;
    const longest = Math.max(...Object.keys(block.keys).map((key) => key.length));
    const verb = issue(draft, {
      kind: 'collect',
      prompts: sound.prompts,
      min: 1,
      max: longest,
      terminators: longest > 1 && !usesHash(block) ? '#' : 'none',
      firstDigitMs: block.firstDigitMs,
      interDigitMs: block.interDigitMs,
      secret: false,
      ...(cause === 'wrong' ? { afresh: true } : {}),
      expectMs: sound.ms + block.firstDigitMs + (longest - 1) * block.interDigitMs,
    });
    awaitVerb(draft, verb, 'collect');
  },
  on: (draft, block, event) => {
    if ((event.type !== 'collected' && event.type !== 'idle') || !completes(draft, event)) return IGNORED;
    if (event.type === 'idle') return retry(draft, block, 'noInput');
    return judged(draft, block, event);
  },
};

function judged(draft: Draft, block: BlockOf<'menu'>, event: CallEventOf<'collected'>): Reaction {
  if (event.result === 'missing' || event.result === 'failed') {
    return retry(draft, block, 'noInput');
  }
  if (event.digits === '') return retry(draft, block, event.result === 'noInput' ? 'noInput' : 'wrong');
  noteDigits(draft, event.digits, false);
  const key = menuKeyOf(block.keys, event.digits);
  const outcome = key === undefined ? undefined : block.keys[key];
  return outcome === undefined ? retry(draft, block, 'wrong') : leave(outcome);
}

function retry(draft: Draft, block: BlockOf<'menu'>, cause: RetryCause): Reaction {
  const tried = (topFrame(draft)?.tries ?? 0) + 1;
  if (tried < block.tries) return { kind: 'again', cause };
  return leave(cause === 'noInput' ? 'noInput' : 'wrongKey');
}

function promptsOf(block: BlockOf<'menu'>, cause: RetryCause): BlockOf<'menu'>['prompts'] {
  if (cause === 'first') return block.prompts;
  return cause === 'noInput' ? block.noInputPrompts : block.wrongKeyPrompts;
}

function usesHash(block: BlockOf<'menu'>): boolean {
  return Object.keys(block.keys).some((key) => key.includes('#'));
}
