import type { BlockOf } from '../../contracts/scenario/block.ts';
import { type BlockDriver, IGNORED } from './driver.ts';

/** From here on prompts and readings are those of the language, where there are any. */
export const languageDriver: BlockDriver<BlockOf<'language'>> = {
  enter: (draft, { language }) => {
    draft.state.language = language;
    draft.next = { kind: 'leave', outcome: 'done' };
  },
  on: () => IGNORED,
};
