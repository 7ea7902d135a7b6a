import type { BlockOf } from '../../contracts/scenario/block.ts';
import { noteText } from '../engine/records.ts';
import { operandValue } from '../logic/compare.ts';
import { type BlockDriver, IGNORED } from './driver.ts';

/** Marks the call; the record of the block carries the tags, one a line. */
export const tagDriver: BlockDriver<BlockOf<'tag'>> = {
  enter: (draft, { tags }) => {
    noteText(draft, tags.join('\n'));
    draft.next = { kind: 'leave', outcome: 'done' };
  },
  on: () => IGNORED,
};

/** A line in the call's story. The linter keeps secret variables out of it. */
export const logDriver: BlockDriver<BlockOf<'log'>> = {
  enter: (draft, { text, values }) => {
    const held = values.map((variable) => {
      const value = operandValue({ variable }, draft.state.variables);
      return `${variable}=${value ?? ''}`;
    });
    noteText(draft, [text, ...held].join(' '));
    draft.next = { kind: 'leave', outcome: 'done' };
  },
  on: () => IGNORED,
};
