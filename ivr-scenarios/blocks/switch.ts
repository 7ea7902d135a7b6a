import type { BlockOf } from '../../contracts/scenario/block.ts';
import { operandValue } from '../logic/compare.ts';
import { outcomeOfCases } from '../logic/switch-case.ts';
import { type BlockDriver, IGNORED } from './driver.ts';

/** Leaves by the first case that fits the variable. */
export const switchDriver: BlockDriver<BlockOf<'switch'>> = {
  enter: (draft, { variable, cases }) => {
    const value = operandValue({ variable }, draft.state.variables);
    draft.next = { kind: 'leave', outcome: outcomeOfCases(cases, value) };
  },
  on: () => IGNORED,
};
