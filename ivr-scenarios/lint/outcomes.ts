import type { Block } from '../../contracts/scenario/block.ts';
import type { LintContext, LintPart } from './context.ts';

/** Names of the outcomes by which a block can be left; none for a block that ends its part. */
export function outcomesOf(block: Block, context: LintContext): string[] {
  switch (block.type) {
    case 'answer':
    case 'play':
    case 'say':
    case 'set':
      return ['done'];
    case 'menu':
      return [...new Set([...Object.values(block.keys), 'noInput', 'wrongKey'])];
    case 'collect':
      return ['collected', 'noInput', 'invalid'];
    case 'condition':
      return ['yes', 'no'];
    case 'businessHours':
      return ['open', 'closed', 'lunch', 'holiday'];
    case 'connect':
      return ['connected', 'busy', 'noAnswer', 'rejected', 'failed'];
    case 'leaveMessage':
      return ['recorded', 'empty', 'failed'];
    case 'sendMessage':
      return ['accepted', 'refused', 'failed'];
    case 'subScenario':
      return returnsOf(context.parts.get(block.part));
    case 'return':
    case 'hangup':
      return [];
  }
}

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
  if (block.type === 'menu') return outcome !== 'noInput';
  return block.type === 'collect' && outcome !== 'noInput';
}
