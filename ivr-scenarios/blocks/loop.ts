import type { BlockOf } from '../../contracts/scenario/block.ts';
import { topFrame } from '../engine/draft.ts';
import { type BlockDriver, IGNORED } from './driver.ts';

/** Counts per visit of its part: a part that is called again begins at none, and so does a loop that was left. */
export const loopDriver: BlockDriver<BlockOf<'loop'>> = {
  enter: (draft, { times }) => {
    const frame = topFrame(draft);
    if (frame === undefined) return;
    const count = frame.loops?.[frame.block] ?? 0;
    const again = count < times;
    frame.loops = { ...frame.loops, [frame.block]: again ? count + 1 : 0 };
    draft.next = { kind: 'leave', outcome: again ? 'again' : 'over' };
  },
  on: () => IGNORED,
};
