import type { BlockType } from '../../../../../../contracts/scenario/block.ts';

/** Groups of the palette, in their order. */
export const BLOCK_GROUPS = [
  'call',
  'speech',
  'input',
  'decision',
  'time',
  'data',
  'connection',
  'recording',
  'advanced',
] as const;
export type BlockGroup = (typeof BLOCK_GROUPS)[number];

const GROUPS = {
  answer: 'call',
  hangup: 'call',
  setCallerId: 'call',
  play: 'speech',
  say: 'speech',
  language: 'speech',
  menu: 'input',
  collect: 'input',
  condition: 'decision',
  switch: 'decision',
  loop: 'decision',
  split: 'decision',
  random: 'decision',
  businessHours: 'time',
  wait: 'time',
  waitUntil: 'time',
  set: 'data',
  tag: 'data',
  log: 'data',
  sendMessage: 'data',
  httpRequest: 'data',
  connect: 'connection',
  transfer: 'connection',
  toScenario: 'connection',
  enqueue: 'connection',
  offerCallback: 'connection',
  joinConference: 'connection',
  leaveMessage: 'recording',
  recording: 'recording',
  subScenario: 'advanced',
  return: 'advanced',
} as const satisfies Record<BlockType, BlockGroup>;

/** All types of blocks, in the order of the palette. */
export const BLOCK_TYPES = Object.keys(GROUPS) as readonly BlockType[];

export const groupOf = (type: BlockType): BlockGroup => GROUPS[type];

/** Types that can be put into a part: `return` leads out of a sub-scenario, and the main part has nothing outside. */
export const typesFor = (part: string): readonly BlockType[] =>
  part === 'main' ? BLOCK_TYPES.filter((type) => type !== 'return') : BLOCK_TYPES;
