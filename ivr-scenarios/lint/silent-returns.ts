import type { LintContext, LintPart } from './context.ts';
import { type Graph, reachable } from './graph.ts';
import { isCallerInput, takesTime, wiresOf } from './outcomes.ts';
import { calleesOf } from './reach.ts';

/** Part → the outcomes with which it can return although the caller does nothing and no time passes. */
export type SilentReturns = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds out which calls of sub-scenarios may pass without the caller's doing, callees first. Parts that call each other
 * in a circle (an error of its own) count as passing silently with every outcome.
 */
export function silentReturns(context: LintContext): SilentReturns {
  const known = new Map<string, ReadonlySet<string>>();
  const waiting = new Map([...context.parts].map(([id, part]) => [id, part]));
  for (let progress = true; progress; ) {
    progress = false;
    for (const [id, part] of waiting) {
      const ready = calleesOf(part).every((callee) => known.has(callee) || !context.parts.has(callee));
      if (!ready) continue;
      known.set(id, returnsIn(part, silentGraph(part, known)));
      waiting.delete(id);
      progress = true;
    }
  }
  return known;
}

/** The wires of a part that a call can take without the caller's doing and without waiting. */
export function silentGraph(part: LintPart, returns: SilentReturns): Graph {
  return new Map(
    [...part.blocks].map(([id, block]) => {
      const silent = wiresOf(block).filter(([outcome]) => {
        if (block.type === 'subScenario') return returns.get(block.part)?.has(outcome) ?? true;
        return !isCallerInput(block, outcome) && !takesTime(block, outcome);
      });
      return [id, silent.map(([, target]) => target)];
    }),
  );
}

function returnsIn(part: LintPart, graph: Graph): ReadonlySet<string> {
  const found = reachable(graph, [part.entry]);
  return new Set(
    [...part.blocks].flatMap(([id, block]) =>
      block.type === 'return' && found.has(id) ? [block.outcome] : [],
    ),
  );
}
