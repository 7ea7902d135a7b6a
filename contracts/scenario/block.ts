import { z } from 'zod';
import { ConnectBlock, SetCallerIdBlock, ToScenarioBlock, TransferBlock } from './blocks/connect-blocks.ts';
import { HttpRequestBlock, SendMessageBlock } from './blocks/data-blocks.ts';
import { CollectBlock, MenuBlock } from './blocks/input-blocks.ts';
import {
  ConditionBlock,
  HangupBlock,
  LogBlock,
  LoopBlock,
  RandomBlock,
  ReturnBlock,
  SetBlock,
  SplitBlock,
  SubScenarioBlock,
  SwitchBlock,
  TagBlock,
} from './blocks/logic-blocks.ts';
import {
  AnswerBlock,
  LanguageBlock,
  LeaveMessageBlock,
  PlayBlock,
  RecordingBlock,
  SayBlock,
} from './blocks/prompt-blocks.ts';
import { EnqueueBlock, JoinConferenceBlock, OfferCallbackBlock } from './blocks/queue-blocks.ts';
import { BusinessHoursBlock, WaitBlock, WaitUntilBlock } from './blocks/time-blocks.ts';

export { Validator } from './blocks/input-blocks.ts';
export { Assignment, type SwitchCase } from './blocks/logic-blocks.ts';

/**
 * The blocks of a scenario. Every block but `hangup` and `return` is left through one of its named outcomes, and
 * `next` says where each of them leads.
 */
export const Block = z.discriminatedUnion('type', [
  AnswerBlock,
  PlayBlock,
  SayBlock,
  LanguageBlock,
  LeaveMessageBlock,
  RecordingBlock,
  MenuBlock,
  CollectBlock,
  ConditionBlock,
  SwitchBlock,
  LoopBlock,
  SplitBlock,
  RandomBlock,
  SetBlock,
  TagBlock,
  LogBlock,
  BusinessHoursBlock,
  WaitBlock,
  WaitUntilBlock,
  SendMessageBlock,
  HttpRequestBlock,
  ConnectBlock,
  TransferBlock,
  ToScenarioBlock,
  SetCallerIdBlock,
  EnqueueBlock,
  OfferCallbackBlock,
  JoinConferenceBlock,
  SubScenarioBlock,
  ReturnBlock,
  HangupBlock,
]);
export type Block = z.infer<typeof Block>;
export type BlockType = Block['type'];
export type BlockOf<T extends BlockType> = Extract<Block, { type: T }>;
