import { randomUUID } from 'node:crypto';
import type { CallGraphView } from '../../../contracts/api/call-graph.ts';
import type { LiveCall } from '../../../contracts/api/live.ts';
import { maskNumber } from '../../../contracts/masking.ts';
import { SHIPPED_SCENARIOS } from '../../../ivr-scenarios/catalog/index.ts';

const draft = SHIPPED_SCENARIOS['main-line'];
const blocks = Object.entries(draft.blocks);
export const SAMPLE_HASH = 'c0'.repeat(32);

/** The shipped main line as its graph. */
export const sampleGraph: CallGraphView = {
  name: draft.name,
  version: 1,
  hash: SAMPLE_HASH,
  entry: `main/${draft.entry}`,
  parts: [
    {
      id: 'main',
      name: draft.name,
      entry: draft.entry,
      blocks: blocks.map(([id, block]) => ({
        id,
        type: block.type,
        label: block.label ?? null,
        next:
          'next' in block ? Object.entries(block.next).map(([outcome, target]) => ({ outcome, target })) : [],
        part: null,
      })),
    },
  ],
};

/** A live call in one of the blocks of the main line; `number` makes its numbers and times. */
export function sampleLiveCall(number: number, now: number): LiveCall {
  const [block, { type }] = blocks[number % blocks.length] ?? ['menu', { type: 'menu' }];
  return {
    id: randomUUID(),
    calledMasked: maskNumber('07000000001'),
    callerMasked: maskNumber(`070${String(10_000_000 + number * 7_919).slice(-8)}`),
    direction: 'inbound',
    scenarioName: draft.name,
    scenario: SAMPLE_HASH,
    block: `main/${block}`,
    blockType: type,
    blockSince: new Date(now).toISOString(),
    arrivedAt: new Date(now - (number % 600) * 1_000).toISOString(),
    answeredAt: new Date(now - (number % 600) * 1_000 + 300).toISOString(),
  };
}

/** The same call in its next block. */
export function moved(call: LiveCall, now: number): LiveCall {
  const at = blocks.findIndex(([id]) => `main/${id}` === call.block);
  const [block, { type }] = blocks[(at + 1) % blocks.length] ?? ['menu', { type: 'menu' }];
  return { ...call, block: `main/${block}`, blockType: type, blockSince: new Date(now).toISOString() };
}
