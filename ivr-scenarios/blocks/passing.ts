import type { BlockOf } from '../../contracts/scenario/block.ts';
import { finish, issue } from '../engine/draft.ts';
import { outcomeOfHangup } from '../engine/outcome.ts';
import { operandValue } from '../logic/compare.ts';
import { type BlockDriver, IGNORED } from './driver.ts';

/** FreeSWITCH answers before the next application of the channel runs: nothing to wait for. */
export const answerDriver: BlockDriver<BlockOf<'answer'>> = {
  enter: (draft) => {
    issue(draft, { kind: 'answer' });
  },
  on: () => IGNORED,
};

/** Conditions and assignments happen inside the statechart. */
export const decidingDriver: BlockDriver<BlockOf<'condition' | 'set'>> = {
  enter: () => undefined,
  on: () => IGNORED,
};

/** Calls a sub-scenario with the values of its parameters (versions of before have none); the outcome with which it returns is the block's outcome. */
export const subScenarioDriver: BlockDriver<BlockOf<'subScenario'>> = {
  enter: (draft, block) => {
    const { part } = block;
    const given = Object.entries(block.with ?? {});
    const { variables } = draft.state;
    const values = Object.fromEntries(
      given.map(([name, operand]) => [name, operandValue(operand, variables)]),
    );
    draft.next = { kind: 'enterPart', part, ...(given.length > 0 ? { values } : {}) };
  },
  on: () => IGNORED,
};

export const returnDriver: BlockDriver<BlockOf<'return'>> = {
  enter: (draft, block) => {
    draft.next = { kind: 'returned', outcome: block.outcome };
  },
  on: () => IGNORED,
};

/** Ends the call. After the caller hung up there is nothing left to hang up, only the outcome to name. */
export const hangupDriver: BlockDriver<BlockOf<'hangup'>> = {
  enter: (draft, block) => {
    if (draft.gone === undefined) issue(draft, { kind: 'hangup', cause: block.cause });
    finish(draft, outcomeOfHangup(draft, block), 'done');
  },
  on: () => IGNORED,
};
