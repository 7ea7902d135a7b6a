import type { BlockOf } from '../../contracts/scenario/block.ts';
import { draw } from '../engine/chance.ts';
import { type BlockDriver, IGNORED } from './driver.ts';

/** Sends percents of the calls each way. By name, not as written: stored documents keep no order of keys. */
export const splitDriver: BlockDriver<BlockOf<'split'>> = {
  enter: (draft, { shares }) => {
    const ways = Object.entries(shares).sort(([left], [right]) => (left < right ? -1 : 1));
    let rest = draw(draft) * 100;
    const taken = ways.find(([, share]) => {
      rest -= share;
      return rest < 0;
    });
    draft.next = { kind: 'leave', outcome: (taken ?? ways.at(-1))?.[0] ?? '' };
  },
  on: () => IGNORED,
};

/** One of the ways, each as likely as the others. */
export const randomDriver: BlockDriver<BlockOf<'random'>> = {
  enter: (draft, { ways }) => {
    const outcome = ways[Math.floor(draw(draft) * ways.length)];
    draft.next = { kind: 'leave', outcome: outcome ?? '' };
  },
  on: () => IGNORED,
};
