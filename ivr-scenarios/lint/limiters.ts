import type { BlockOf } from '../../contracts/scenario/block.ts';
import type { LintContext, LintPart } from './context.ts';
import { type Graph, onCycle, without } from './graph.ts';

/** Limiters looked at per part: more than anybody needs, and few enough for a hostile document. */
const MAX_LIMITERS = 40;
/** Rounds without the caller; a decision alone may take `CALL_LIMITS.iterations` microsteps, two or more a round. */
export const MAX_ROUNDS = 50;

/** A block that turns a loop only so many times: every round through it counts, and `leaving` ends the loop. */
export type Limiter = { block: string; leaving: string; rounds: number; counts: string };

/**
 * Blocks that can end a loop among some blocks: `loop` blocks, and conditions that compare a number with a literal and
 * leave in the direction in which the only block that writes this number moves it.
 */
export function limitersOf(context: LintContext, part: LintPart, looping: ReadonlySet<string>): Limiter[] {
  const found: Limiter[] = [];
  for (const id of looping) {
    const limiter = limiterOf(context, part, looping, id);
    if (limiter !== undefined) found.push(limiter);
    if (found.length === MAX_LIMITERS) break;
  }
  return found;
}

function limiterOf(
  context: LintContext,
  part: LintPart,
  looping: ReadonlySet<string>,
  id: string,
): Limiter | undefined {
  const block = part.blocks.get(id);
  if (block?.type === 'loop') {
    const leaving = block.next['over'];
    return leaving === undefined ? undefined : { block: id, leaving, rounds: block.times, counts: id };
  }
  return block?.type === 'condition' ? counterOf(context, part, looping, id, block) : undefined;
}

function counterOf(
  context: LintContext,
  part: LintPart,
  looping: ReadonlySet<string>,
  condition: string,
  { when, next }: BlockOf<'condition'>,
): Limiter | undefined {
  if (!('op' in when) || when.to === undefined || !('literal' in when.to)) return undefined;
  if (typeof when.to.literal !== 'number') return undefined;
  const writers = [...looping].filter((id) => writes(part, id, when.variable));
  const [counts] = writers;
  const change = counts === undefined ? undefined : changeIn(part, counts, when.variable);
  if (counts === undefined || writers.length !== 1 || change === undefined) return undefined;
  const begin = Object.hasOwn(context.doc.variables, when.variable)
    ? context.doc.variables[when.variable]?.initial
    : undefined;
  const rounds = Math.abs((when.to.literal - (typeof begin === 'number' ? begin : 0)) / change);
  // Also false where nothing is added.
  if (!(rounds <= MAX_ROUNDS)) return undefined;
  const upwards = when.op === 'lt' || when.op === 'le';
  const downwards = when.op === 'gt' || when.op === 'ge';
  if (!upwards && !downwards) return undefined;
  // Counting towards the bound, the loop goes on while the condition holds; otherwise while it does not.
  const leaving = next[upwards === change > 0 ? 'no' : 'yes'];
  if (leaving === undefined || leaving === condition) return undefined;
  return { block: condition, leaving, rounds: Math.ceil(rounds) + 1, counts };
}

function writes(part: LintPart, id: string, variable: string): boolean {
  const block = part.blocks.get(id);
  if (block?.type === 'collect') return block.variable === variable;
  if (block?.type === 'httpRequest') return block.take.some((taken) => taken.variable === variable);
  // A callee may write any variable.
  if (block?.type === 'subScenario') return true;
  return block?.type === 'set' && block.assign.some((assignment) => assignment.variable === variable);
}

function changeIn(part: LintPart, id: string, variable: string): number | undefined {
  const block = part.blocks.get(id);
  if (block?.type !== 'set') return undefined;
  const own = block.assign.filter((assignment) => assignment.variable === variable);
  const [only] = own;
  return own.length === 1 && only !== undefined && 'add' in only ? only.add : undefined;
}

/** True if every round through the limiter also counts, and its leaving wire leaves the loop. */
export function limits(graph: Graph, { block, leaving, counts }: Limiter): boolean {
  const onlyLeaving: Graph = new Map([...graph, [block, [leaving]]]);
  if (onCycle(onlyLeaving, block)) return false;
  return counts === block || !onCycle(without(graph, new Set([counts])), block);
}
