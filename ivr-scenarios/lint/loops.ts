import type { BlockOf } from '../../contracts/scenario/block.ts';
import { error, type LintContext, type LintPart, type Rule } from './context.ts';
import { cyclic, type Graph, onCycle, without } from './graph.ts';
import { silentGraph, silentReturns } from './silent-returns.ts';

/** Counters looked at per part: more than anybody needs, and few enough for a hostile document. */
const MAX_COUNTERS = 40;
/** Rounds without the caller; a decision alone may take `CALL_LIMITS.iterations` microsteps, two or more a round. */
const MAX_ROUNDS = 50;

/**
 * Every loop waits for the caller or is counted: some condition in it compares a number with a literal and leaves the
 * loop in the direction in which a set block on the loop moves that number, at most 50 steps from where the number
 * begins, and nothing else on the loop writes it.
 */
export const loops: Rule = (context) => {
  const returns = silentReturns(context);
  return [...context.parts.values()].flatMap((part) => {
    const endless = endlessBlocks(context, part, silentGraph(part, returns));
    const [first] = endless;
    if (first === undefined) return [];
    const place = `${part.id}/${first}`;
    const through = [...endless].slice(0, 8).join(', ');
    return [
      error(
        'endless-loop',
        place,
        `The loop through ${through} can turn for ever without the caller: add a menu or an input, or count at most ${MAX_ROUNDS} rounds with a set block and a condition.`,
      ),
    ];
  });
};

function endlessBlocks(context: LintContext, part: LintPart, silent: Graph): Set<string> {
  let graph: Graph = silent;
  let looping = cyclic(graph);
  const counters = countersOf(context, part, looping).slice(0, MAX_COUNTERS);
  for (let progress = true; progress && looping.size > 0; ) {
    progress = false;
    for (const counter of counters) {
      if (!looping.has(counter.condition) || !limits(part, graph, counter)) continue;
      graph = without(graph, new Set([counter.condition]));
      looping = cyclic(graph);
      progress = true;
    }
  }
  return looping;
}

/** A condition over a number and the only block that changes this number. */
type Counter = { condition: string; set: string; stays: 'yes' | 'no' };

function countersOf(context: LintContext, part: LintPart, looping: ReadonlySet<string>): Counter[] {
  return [...looping].flatMap((id) => {
    const block = part.blocks.get(id);
    return block?.type === 'condition' ? counterOf(context, part, looping, id, block) : [];
  });
}

function counterOf(
  context: LintContext,
  part: LintPart,
  looping: ReadonlySet<string>,
  condition: string,
  { when }: BlockOf<'condition'>,
): Counter[] {
  if (!('op' in when) || when.to === undefined || !('literal' in when.to)) return [];
  if (typeof when.to.literal !== 'number') return [];
  const writers = [...looping].filter((id) => writes(part, id, when.variable));
  const [set] = writers;
  const change = set === undefined ? undefined : changeIn(part, set, when.variable);
  if (set === undefined || writers.length !== 1 || change === undefined) return [];
  const begin = context.doc.variables[when.variable]?.initial;
  const rounds = (when.to.literal - (typeof begin === 'number' ? begin : 0)) / change;
  // Also false where nothing is added.
  if (!(Math.abs(rounds) <= MAX_ROUNDS)) return [];
  const upwards = when.op === 'lt' || when.op === 'le';
  const downwards = when.op === 'gt' || when.op === 'ge';
  if (!upwards && !downwards) return [];
  // Counting towards the bound, the loop goes on while the condition holds; otherwise while it does not.
  return [{ condition, set, stays: upwards === change > 0 ? 'yes' : 'no' }];
}

function writes(part: LintPart, id: string, variable: string): boolean {
  const block = part.blocks.get(id);
  if (block?.type === 'collect') return block.variable === variable;
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

/** Every round through the condition also counts, and its other outcome leaves the loop. */
function limits(part: LintPart, graph: Graph, { condition, set, stays }: Counter): boolean {
  const block = part.blocks.get(condition);
  if (block?.type !== 'condition') return false;
  const leaving = block.next[stays === 'yes' ? 'no' : 'yes'];
  if (leaving === undefined || leaving === condition) return false;
  const onlyLeaving: Graph = new Map([...graph, [condition, [leaving]]]);
  return !onCycle(onlyLeaving, condition) && !onCycle(without(graph, new Set([set])), condition);
}
