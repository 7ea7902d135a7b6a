import type { CallEventOf } from '../../contracts/call/event.ts';
import type { BlockOf } from '../../contracts/scenario/block.ts';
import { awaitVerb, type Draft, issue, topFrame } from '../engine/draft.ts';
import { noteDigits } from '../engine/records.ts';
import type { RetryCause } from '../engine/snapshot.ts';
import { type Sound, soundOf } from '../engine/sounds.ts';
import { keysToCome, menuKeyOf } from '../logic/menu-key.ts';
import { type BlockDriver, completes, IGNORED, leave, type Reaction, STAY } from './driver.ts';

/**
 * A menu. FreeSWITCH has one and the same "invalid" prompt for silence and for a wrong key, and it cannot be
 * interrupted; so each try is a collect with tries 1, and the next try says what fits. Keys of several lengths are read
 * bit by bit: a key that no longer one begins with counts at once, and what is typed after it belongs to what follows.
 */
export const menuDriver: BlockDriver<BlockOf<'menu'>> = {
  enter: (draft, block) => {
    const frame = topFrame(draft);
    const cause = frame?.cause ?? 'first';
    delete frame?.typed;
    const sound = soundOf(draft, promptsOf(block, cause));
    if (sound !== undefined) ask(draft, block, sound, cause === 'wrong');
  },
  on: (draft, block, event) => {
    if ((event.type !== 'collected' && event.type !== 'idle') || !completes(draft, event)) return IGNORED;
    return judged(draft, block, event.type === 'idle' ? SILENCE : event);
  },
};

/** FreeSWITCH raises anything below this to it. */
const SHORTEST_TIMEOUT_MS = 1_000;

function ask(draft: Draft, block: BlockOf<'menu'>, sound: Sound, afresh: boolean): void {
  const typed = topFrame(draft)?.typed ?? '';
  const { interDigitMs } = block;
  const max = Math.max(1, keysToCome(block.keys, typed));
  const longest = Math.max(...Object.keys(block.keys).map((key) => key.length));
  const firstDigitMs = typed === '' ? block.firstDigitMs : Math.max(SHORTEST_TIMEOUT_MS, interDigitMs);
  const verb = issue(draft, {
    kind: 'collect',
    prompts: sound.prompts,
    min: 1,
    max,
    terminators: longest > 1 && !usesHash(block) ? '#' : 'none',
    firstDigitMs,
    interDigitMs,
    secret: false,
    ...(afresh ? { afresh: true } : {}),
    expectMs: sound.ms + firstDigitMs + (max - 1) * interDigitMs,
  });
  awaitVerb(draft, verb, 'collect');
}

const SILENCE = { result: 'noInput', digits: '' } as const;
type Typed = Pick<CallEventOf<'collected'>, 'result' | 'digits'>;

function judged(draft: Draft, block: BlockOf<'menu'>, event: Typed): Reaction {
  if (event.result === 'missing' || event.result === 'failed') return retry(draft, block, 'noInput');
  const frame = topFrame(draft);
  const typed = `${frame?.typed ?? ''}${event.digits}`;
  if (typed === '') return retry(draft, block, event.result === 'noInput' ? 'noInput' : 'wrong');
  if (frame !== undefined && event.digits !== '' && keysToCome(block.keys, typed) > 0) {
    frame.typed = typed;
    ask(draft, block, NOTHING, false);
    return STAY;
  }
  noteDigits(draft, typed, false);
  const key = menuKeyOf(block.keys, typed);
  const outcome = key === undefined ? undefined : block.keys[key];
  return outcome === undefined ? retry(draft, block, 'wrong') : leave(outcome);
}

const NOTHING: Sound = { prompts: [], ms: 0 };

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
