import type { BlockOf } from '../../contracts/scenario/block.ts';
import { type Draft, finish, issue } from '../engine/draft.ts';
import { announcementOf } from '../engine/sounds.ts';
import { type DialOrder, onConnecting, startDial } from './connecting.ts';
import { type BlockDriver, type Reaction, STAY } from './driver.ts';

/** What one dial can say to whoever answers. */
const MAX_ANNOUNCED = 20;
/** For the key, after the announcement. */
const ACCEPT_MS = 10_000;

/** Gives the caller away: whoever answers (and, attended, accepts) talks to him, and after the talk the call is over. */
export const transferDriver: BlockDriver<BlockOf<'transfer'>> = {
  enter: (draft, block) => startDial(draft, block, block.mode === 'attended' ? asking(draft, block) : {}),
  on: (draft, _block, event) => {
    const reaction = onConnecting(draft, event);
    return reaction.kind === 'leave' && reaction.outcome === 'connected' ? over(draft) : reaction;
  },
};

function asking(draft: Draft, block: Extract<BlockOf<'transfer'>, { mode: 'attended' }>): DialOrder {
  const { prompts, ms } = announcementOf(draft, block.announce);
  const said = prompts.slice(0, MAX_ANNOUNCED);
  const silence = { kind: 'silence', ms: 20 } as const;
  return {
    accept: { prompts: said.length > 0 ? said : [silence], key: block.acceptKey },
    acceptMs: ms + ACCEPT_MS,
  };
}

function over(draft: Draft): Reaction {
  issue(draft, { kind: 'hangup', cause: 'NORMAL_CLEARING' });
  finish(draft, { result: 'success', reason: 'connected' }, 'connected');
  return STAY;
}
