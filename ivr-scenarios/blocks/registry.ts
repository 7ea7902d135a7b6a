import type { CallEvent } from '../../contracts/call/event.ts';
import type { Block, BlockType } from '../../contracts/scenario/block.ts';
import type { Draft } from '../engine/draft.ts';
import { businessHoursDriver } from './business-hours.ts';
import { randomDriver, splitDriver } from './chance.ts';
import { collectDriver } from './collect.ts';
import { connectDriver } from './connect.ts';
import type { BlockDriver, Reaction } from './driver.ts';
import { httpRequestDriver } from './http-request.ts';
import { leaveMessageDriver } from './leave-message.ts';
import { loopDriver } from './loop.ts';
import { menuDriver } from './menu.ts';
import { notYetDriver } from './not-yet.ts';
import { logDriver, tagDriver } from './noting.ts';
import { answerDriver, decidingDriver, hangupDriver, returnDriver, subScenarioDriver } from './passing.ts';
import { playDriver } from './play.ts';
import { recordingDriver } from './recording.ts';
import { sendMessageDriver } from './send-message.ts';
import { setCallerIdDriver } from './set-caller-id.ts';
import { languageDriver } from './set-language.ts';
import { switchDriver } from './switch.ts';
import { toScenarioDriver } from './to-scenario.ts';
import { transferDriver } from './transfer.ts';
import { waitDriver, waitUntilDriver } from './wait.ts';

const DRIVERS: { [T in BlockType]: unknown } = {
  answer: answerDriver,
  play: playDriver,
  say: playDriver,
  language: languageDriver,
  leaveMessage: leaveMessageDriver,
  recording: recordingDriver,
  menu: menuDriver,
  collect: collectDriver,
  condition: decidingDriver,
  switch: switchDriver,
  loop: loopDriver,
  split: splitDriver,
  random: randomDriver,
  set: decidingDriver,
  tag: tagDriver,
  log: logDriver,
  businessHours: businessHoursDriver,
  wait: waitDriver,
  waitUntil: waitUntilDriver,
  sendMessage: sendMessageDriver,
  httpRequest: httpRequestDriver,
  connect: connectDriver,
  transfer: transferDriver,
  toScenario: toScenarioDriver,
  setCallerId: setCallerIdDriver,
  enqueue: notYetDriver,
  offerCallback: notYetDriver,
  joinConference: notYetDriver,
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
