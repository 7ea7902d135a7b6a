import type { BlockOf } from '../../contracts/scenario/block.ts';
import { engineStep } from '../engine/records.ts';
import { type BlockDriver, IGNORED } from './driver.ts';

/** Blocks whose engines are not there yet: left by `unavailable` at once, and the call's story says so. */
export const notYetDriver: BlockDriver<BlockOf<'enqueue' | 'offerCallback' | 'joinConference'>> = {
  enter: (draft, { type }) => {
    engineStep(draft, 'notYetWorking', type);
    draft.next = { kind: 'leave', outcome: 'unavailable' };
  },
  on: () => IGNORED,
};
