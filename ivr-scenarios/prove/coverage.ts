import type { Block } from '../../contracts/scenario/block.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import type { SimulatedCall } from '../simulate/simulate-call.ts';

/** How often calls came to `part/block` and left it by `part/block>outcome`. */
export function coverageOf(
  scenario: CompiledScenario,
  calls: readonly Pick<SimulatedCall, 'path'>[],
): Record<string, number> {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { path } of calls) {
    let asked = 0;
    for (const [index, { place, outcome }] of path.entries()) {
      asked = path[index - 1]?.place === place ? asked : 0;
      asked += 1;
      const block = blockAt(scenario, place);
      const again = outcome !== null && isRetry(block, outcome, asked);
      // One visit, however often it was asked.
      if (asked === 1) count(place);
      if (outcome !== null && !again && isWired(block, outcome)) count(`${place}>${outcome}`);
      if (!again) asked = 0;
    }
  }
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}

const ASKED_AGAIN: ReadonlySet<string> = new Set(['noInput', 'wrongKey', 'invalid']);

/** A menu or an input notes why it asks again; it is left so only at its last try. */
function isRetry(block: Block | undefined, outcome: string, asked: number): boolean {
  if (block?.type !== 'menu' && block?.type !== 'collect') return false;
  return ASKED_AGAIN.has(outcome) && asked < block.tries;
}

/** Hang-ups and ends are no outcomes of the block. */
const isWired = (block: Block | undefined, outcome: string): boolean =>
  block !== undefined && 'next' in block && Object.hasOwn(block.next, outcome);

function blockAt({ parts }: CompiledScenario, place: string): Block | undefined {
  const [part = '', block = ''] = place.split('/');
  return Object.hasOwn(parts, part) ? parts[part]?.blocks[block] : undefined;
}
