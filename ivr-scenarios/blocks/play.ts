import type { Prompt } from '../../contracts/call/prompt.ts';
import type { BlockOf } from '../../contracts/scenario/block.ts';
import { awaitVerb, issue } from '../engine/draft.ts';
import { type Sound, soundOf } from '../engine/sounds.ts';
import { MAX_PROMPTS } from '../speech/compose.ts';
import { type BlockDriver, completes, IGNORED, leave } from './driver.ts';

/** Nothing to say (an empty variable): a shortest silence keeps the turn an ordinary one. */
const NOTHING: Prompt = { kind: 'silence', ms: 20 };

/** `play` and `say`: one verb, left when it is over. A prompt that fails is passed over and informs nobody. */
export const playDriver: BlockDriver<BlockOf<'play' | 'say'>> = {
  enter: (draft, block) => {
    const once = soundOf(draft, block.prompts);
    if (once === undefined) return;
    const { prompts, ms } = once.prompts.length > 0 ? looped(once, block.loops ?? 1) : silent;
    const verb = issue(draft, { kind: 'play', prompts, expectMs: Math.max(20, ms) });
    awaitVerb(draft, verb, 'play');
  },
  on: (draft, block, event) => {
    if ((event.type !== 'played' && event.type !== 'idle') || !completes(draft, event)) return IGNORED;
    const failed = event.type === 'played' && (event.result === 'missing' || event.result === 'failed');
    if (block.informs && !failed) draft.state.reached.informed = true;
    return leave('done');
  },
};

const silent: Sound = { prompts: [NOTHING], ms: NOTHING.ms };

/** The whole sequence so many times, as often as one verb can carry it (versions of before say it once). */
function looped({ prompts, ms }: Sound, loops: number): Sound {
  const times = Math.max(1, Math.min(loops, Math.floor(MAX_PROMPTS / prompts.length)));
  return { prompts: Array.from({ length: times }, () => prompts).flat(), ms: ms * times };
}
