import type { BlockOf } from '../../contracts/scenario/block.ts';
import { type BlockDriver, IGNORED } from './driver.ts';

/** Number of the dials that follow. Whether it is the company's own is judged where it is dialled. */
export const setCallerIdDriver: BlockDriver<BlockOf<'setCallerId'>> = {
  enter: (draft, { number }) => {
    // Without a number of its own a dial shows the one that was called.
    delete draft.state.callerId;
    if (number !== 'called') draft.state.callerId = number;
    draft.next = { kind: 'leave', outcome: 'done' };
  },
  on: () => IGNORED,
};
