import type { CallEvent } from '../../contracts/call/event.ts';
import type { Block, BlockType } from '../../contracts/scenario/block.ts';
import type { Draft } from '../engine/draft.ts';
import { businessHoursDriver } from './business-hours.ts';
import { collectDriver } from './collect.ts';
import { connectDriver } from './connect.ts';
import type { BlockDriver, Reaction } from './driver.ts';
import { leaveMessageDriver } from './leave-message.ts';
import { menuDriver } from './menu.ts';
import { answerDriver, decidingDriver, hangupDriver, returnDriver, subScenarioDriver } from './passing.ts';
import { playDriver } from './play.ts';
import { sendMessageDriver } from './send-message.ts';

const DRIVERS: { [T in BlockType]: unknown } = {
  answer: answerDriver,
  play: playDriver,
  say: playDriver,
  menu: menuDriver,
  collect: collectDriver,
  condition: decidingDriver,
  set: decidingDriver,
  businessHours: businessHoursDriver,
  connect: connectDriver,
  leaveMessage: leaveMessageDriver,
  sendMessage: sendMessageDriver,
  subScenario: subScenarioDriver,
  return: returnDriver,
  hangup: hangupDriver,
};

/** Blocks in which a call never rests: being found in one means that its outcome leads nowhere. */
const PASSING: ReadonlySet<BlockType> = new Set(['answer', 'condition', 'set']);

export const isPassing = (block: Block): boolean => PASSING.has(block.type);

/** Issues what the block does when it is entered. */
export function enterBlock(draft: Draft, block: Block): void {
  driverOf(block).enter(draft, block);
}

/** What an event means in this block. */
export function reactionOf(draft: Draft, block: Block, event: CallEvent): Reaction {
  return driverOf(block).on(draft, block, event);
}

function driverOf(block: Block): BlockDriver<Block> {
  return DRIVERS[block.type] as BlockDriver<Block>;
}
