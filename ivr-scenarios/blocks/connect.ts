import type { BlockOf } from '../../contracts/scenario/block.ts';
import { onConnecting, startDial } from './connecting.ts';
import type { BlockDriver } from './driver.ts';

/** Dials, plays music meanwhile, connects on answer, and goes on when the caller is parked again. */
export const connectDriver: BlockDriver<BlockOf<'connect'>> = {
  enter: (draft, block) => startDial(draft, block, {}),
  on: (draft, _block, event) => onConnecting(draft, event),
};
