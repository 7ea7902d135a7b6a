import type { BlockOf } from '../../contracts/scenario/block.ts';
import { issue } from '../engine/draft.ts';
import { type BlockDriver, IGNORED } from './driver.ts';

/** Starts, stops or silences the recording of the whole call; nothing to wait for. */
export const recordingDriver: BlockDriver<BlockOf<'recording'>> = {
  enter: (draft, { action }) => {
    issue(draft, { kind: 'callRecording', action });
    draft.next = { kind: 'leave', outcome: 'done' };
  },
  on: () => IGNORED,
};
