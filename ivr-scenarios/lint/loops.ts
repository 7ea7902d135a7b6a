import { error, type LintContext, type LintPart, type Rule } from './context.ts';
import { cyclic, type Graph, wiresIn, without } from './graph.ts';
import { limitersOf, limits, MAX_ROUNDS } from './limiters.ts';
import { silentGraph, silentReturns } from './silent-returns.ts';

/**
 * Every loop waits for the caller or for time, or is counted: by a `loop` block in it, or by a condition that compares a
 * number with a literal and leaves the loop in the direction in which a set block on the loop moves that number.
 */
export const loops: Rule = (context) => {
  const returns = silentReturns(context);
  return [...context.parts.values()].flatMap((part) => {
    const endless = endlessBlocks(context, part, silentGraph(part, returns));
    const [first] = endless;
    if (first === undefined) return [];
    const through = [...endless].slice(0, 8).join(', ');
    return [
      error(
        'endless-loop',
        `${part.id}/${first}`,
        `The loop through ${through} can turn for ever without the caller: add a menu, an input or a wait, or count at most ${MAX_ROUNDS} rounds with a loop block.`,
        { through, most: MAX_ROUNDS },
      ),
    ];
  });
};

/** Wires looked at while limiters are tried, so that a hostile document is refused in time. */
const MAX_WORK = 1_000_000;

function endlessBlocks(context: LintContext, part: LintPart, silent: Graph): Set<string> {
  let graph: Graph = silent;
  let looping = cyclic(graph);
  const limiters = limitersOf(context, part, looping);
  let attempts = Math.max(10, MAX_WORK / (1 + wiresIn(silent)));
  for (let progress = true; progress && looping.size > 0 && attempts > 0; ) {
    progress = false;
    for (const limiter of limiters) {
      attempts -= 1;
      if (attempts <= 0 || !looping.has(limiter.block) || !limits(graph, limiter)) continue;
      graph = without(graph, new Set([limiter.block]));
      looping = cyclic(graph);
      progress = true;
    }
  }
  return looping;
}
