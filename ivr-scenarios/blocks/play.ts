import type { BlockOf } from '../../contracts/scenario/block.ts';
import { awaitVerb, type Draft, issue } from '../engine/draft.ts';
import { notePromptFailure } from '../engine/prompt-failure.ts';
import { soundOf } from '../engine/sounds.ts';
import { type BlockDriver, completes, IGNORED, leave } from './driver.ts';

/** `play` and `say`: one verb, left when it is over. A prompt that fails is noted and passed over. */
export const playDriver: BlockDriver<BlockOf<'play' | 'say'>> = {
  enter: (draft, block) => {
    const sound = soundOf(draft, block.prompts);
    if (sound === undefined) return;
    // Nothing to say (an empty variable): a shortest silence keeps the turn an ordinary one.
    const prompts = sound.prompts.length > 0 ? sound.prompts : [{ kind: 'silence' as const, ms: 20 }];
    const verb = issue(draft, { kind: 'play', prompts, expectMs: Math.max(20, sound.ms) });
    awaitVerb(draft, verb, 'play');
  },
  on: (draft, block, event) => {
    if ((event.type !== 'played' && event.type !== 'idle') || !completes(draft, event)) return IGNORED;
    if (event.type === 'played' && (event.result === 'missing' || event.result === 'failed')) {
      notePromptFailure(draft, event.result);
      return leave('done');
    }
    if (block.informs) markInformed(draft);
    return leave('done');
  },
};

function markInformed(draft: Draft): void {
  draft.state.reached.informed = true;
}
