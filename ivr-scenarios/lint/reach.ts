import type { Block } from '../../contracts/scenario/block.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import { error, type LintContext, type LintPart, type Rule, warning } from './context.ts';
import { type Graph, reachable, reversed } from './graph.ts';
import { returnsOf, wiresOf } from './outcomes.ts';

/** All wires of a part as a graph. */
export function graphOf(part: LintPart): Graph {
  return new Map([...part.blocks].map(([id, block]) => [id, wiresOf(block).map(([, target]) => target)]));
}

/** Every block can be reached, and from every block an end can be reached. */
export const reach: Rule = (context) =>
  [...context.parts.values()].flatMap((part) => {
    const graph = graphOf(part);
    const found = reachable(graph, entriesOf(context, part));
    const ends = [...part.blocks].flatMap(([id, block]) => (isEnd(context, block) ? [id] : []));
    const ending = reachable(reversed(graph), ends);
    return [...part.blocks.keys()].flatMap((id) => {
      const place = `${part.id}/${id}`;
      if (!found.has(id)) {
        return [
          error('unreachable-block', place, `No wire leads to block "${place}": wire it or delete it.`, {}),
        ];
      }
      return ending.has(id)
        ? []
        : [
            error(
              'no-way-out',
              place,
              `From block "${place}" a call never ends: wire a way to a hangup or return block.`,
              {},
            ),
          ];
    });
  });

/** A transfer gives the call away; a sub-scenario that never returns ends the call itself. */
function isEnd(context: LintContext, block: Block): boolean {
  if (['hangup', 'return', 'transfer', 'toScenario'].includes(block.type)) return true;
  const callee = block.type === 'subScenario' ? context.parts.get(block.part) : undefined;
  return callee !== undefined && returnsOf(callee).length === 0;
}

/** Where calls come into a part by something else than a wire. */
export function entriesOf({ doc }: LintContext, part: LintPart): string[] {
  if (part.id !== MAIN_PART) return [part.entry];
  const handlers = [doc.onHungUp, ...Object.values(doc.handlers ?? {})];
  return [part.entry, ...handlers.filter((block) => block !== undefined)];
}

/** Sub-scenarios are called by somebody, and by nobody who is already inside them. */
export const calls: Rule = (context) => {
  const graph: Graph = new Map([...context.parts.values()].map((part) => [part.id, calleesOf(part)]));
  const used = reachable(graph, [MAIN_PART]);
  return [...context.parts.keys()].flatMap((id) => {
    if (!used.has(id)) {
      return [
        warning('unused-sub-scenario', null, `Sub-scenario "${id}" is never called: call it or delete it.`, {
          part: id,
        }),
      ];
    }
    const callees = graph.get(id) ?? [];
    return reachable(graph, callees).has(id)
      ? [
          error(
            'recursive-sub-scenario',
            null,
            `Part "${id}" calls itself, directly or through others: use wires inside one part for a loop.`,
            { part: id },
          ),
        ]
      : [];
  });
};

/** Sub-scenarios that a part calls. */
export function calleesOf(part: LintPart): string[] {
  return [...part.blocks.values()].flatMap((block) => (block.type === 'subScenario' ? [block.part] : []));
}
