import type { Block } from '../../contracts/scenario/block.ts';
import * as table from '../../contracts/scenario/outcomes.ts';
import type { LintContext, LintPart } from './context.ts';

/** Names of the outcomes that must be wired; none for a block that ends its part. */
export const outcomesOf = (block: Block, context: LintContext): string[] =>
  table.outcomesOf(block, (part) => returnsOf(context.parts.get(part)));

/** Outcomes with which a sub-scenario can return. */
export function returnsOf(part: LintPart | undefined): string[] {
  const names = [...(part?.blocks.values() ?? [])].flatMap((block) =>
    block.type === 'return' ? [block.outcome] : [],
  );
  return [...new Set(names)];
}

/** Wires of a block: outcome → target, as written. */
export const wiresOf = (block: Block): [string, string][] =>
  'next' in block ? Object.entries(block.next) : [];

/** Outcomes that only a caller's own doing brings about. */
export function isCallerInput(block: Block, outcome: string): boolean {
  if (block.type === 'menu') return outcome !== 'noInput' && outcome !== 'promptFailed';
  return block.type === 'collect' && outcome !== 'noInput' && outcome !== 'promptFailed';
}

/** A block that waits shorter than this can be passed more often than a call has events. */
const SHORTEST_WAIT_MS = 2_000;

/** Outcomes that come no sooner than some time later, whatever anybody does. */
export function takesTime(block: Block, outcome: string): boolean {
  if (block.type === 'wait') return block.ms >= SHORTEST_WAIT_MS;
  // A calendar may be open at once; a time of day comes round once in a day.
  return block.type === 'waitUntil' && outcome === 'reached' && 'time' in block.until;
}
