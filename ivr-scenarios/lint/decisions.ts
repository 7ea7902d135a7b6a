import type { Block } from '../../contracts/scenario/block.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import { error, type LintContext, type LintPart, type Rule } from './context.ts';
import { components, type Graph, without } from './graph.ts';
import { limitersOf, limits } from './limiters.ts';
import { wiresOf } from './outcomes.ts';
import { calleesOf } from './reach.ts';

/**
 * What decides without waiting for anybody is done in one go, and one go is bounded: so many blocks of a part, so many
 * across parts, so many parts inside each other. The bounds here are never below what a call really needs.
 */
export const decisions: Rule = (context) => {
  const found = new Map<string, Weight>();
  for (const part of calleesFirst(context)) found.set(part.id, weightOf(context, part, found));
  return [...found].flatMap(([id, weight]) => {
    const part = context.parts.get(id);
    return part === undefined ? [] : problemsOf(part, weight);
  });
};

/** Blocks in a row without and with those of called parts; levels of parts, the part itself included. */
type Weight = { own: number; all: number; levels: number };

function problemsOf({ id, entry }: LintPart, { own, all, levels }: Weight): Problem[] {
  const place = `${id}/${entry}`;
  if (own > CALL_LIMITS.iterations || all > CALL_LIMITS.entriesPerEvent) {
    const most = own > CALL_LIMITS.iterations ? CALL_LIMITS.iterations : CALL_LIMITS.entriesPerEvent;
    const blocks = Math.min(own > CALL_LIMITS.iterations ? own : all, 1_000_000);
    const message = `In part "${id}" ${blocks} blocks can follow each other without anybody being waited for (at most ${most}): count fewer rounds or let the caller hear something.`;
    return [error('too-many-decisions', place, message, { blocks, most })];
  }
  if (id !== MAIN_PART || levels <= CALL_LIMITS.depth) return [];
  const message = `Sub-scenarios call each other ${levels} levels deep (at most ${CALL_LIMITS.depth}): wire some of them one after the other.`;
  return [error('too-deep-calls', null, message, { depth: levels, most: CALL_LIMITS.depth })];
}

function calleesFirst(context: LintContext): LintPart[] {
  const done = new Set<string>();
  const order: LintPart[] = [];
  for (let progress = true; progress; ) {
    progress = false;
    for (const [id, part] of context.parts) {
      const ready = calleesOf(part).every((callee) => done.has(callee) || !context.parts.has(callee));
      if (done.has(id) || !ready) continue;
      done.add(id);
      order.push(part);
      progress = true;
    }
  }
  return order;
}

function weightOf(context: LintContext, part: LintPart, callees: ReadonlyMap<string, Weight>): Weight {
  const graph: Graph = new Map(
    [...part.blocks].map(([id, block]) => [id, isPassing(block) ? targets(part, block) : []]),
  );
  const called = (id: string): Weight | undefined => {
    const block = part.blocks.get(id);
    return block?.type === 'subScenario' ? callees.get(block.part) : undefined;
  };
  const levels = [...part.blocks.keys()].map((id) => called(id)?.levels ?? 0);
  return {
    own: longest(context, part, graph, () => 1, 0),
    all: longest(context, part, graph, (id) => 1 + (called(id)?.all ?? 0), 0),
    levels: 1 + Math.max(0, ...levels),
  };
}

const targets = (part: LintPart, block: Block): string[] => [
  ...new Set(
    wiresOf(block)
      .map(([, target]) => target)
      .filter((target) => part.blocks.has(target)),
  ),
];

const WAITING: ReadonlySet<string> = new Set([
  ...['play', 'say', 'menu', 'collect', 'leaveMessage', 'businessHours', 'connect', 'transfer', 'toScenario'],
  ...['sendMessage', 'httpRequest', 'wait', 'waitUntil', 'hangup', 'return'],
]);
const isPassing = (block: Block): boolean => !WAITING.has(block.type);

/** Loops inside loops that are followed; deeper ones count as too long. */
const MAX_NESTING = 8;
/** Limiters tried for one loop. */
const MAX_TRIED = 10;

/** Weight of the heaviest way through a graph; a counted loop weighs its rounds. */
function longest(
  context: LintContext,
  part: LintPart,
  graph: Graph,
  weight: (id: string) => number,
  depth: number,
): number {
  const best = new Map<string, number>();
  let most = 0;
  // What a component leads to comes before it.
  for (const members of components(graph)) {
    const inside = new Set(members);
    const onwards = members.flatMap((id) => graph.get(id) ?? []).filter((target) => !inside.has(target));
    const [only = ''] = members;
    const loops = members.length > 1 || (graph.get(only) ?? []).includes(only);
    const own = loops ? turning(context, part, restricted(graph, inside), weight, depth) : weight(only);
    const after = onwards.reduce((sum, target) => Math.max(sum, best.get(target) ?? 0), 0);
    for (const id of members) best.set(id, own + after);
    most = Math.max(most, own + after);
  }
  return most;
}

const restricted = (graph: Graph, inside: ReadonlySet<string>): Graph =>
  new Map([...inside].map((id) => [id, (graph.get(id) ?? []).filter((target) => inside.has(target))]));

/** Weight of all rounds of a loop. */
function turning(
  context: LintContext,
  part: LintPart,
  loop: Graph,
  weight: (id: string) => number,
  depth: number,
): number {
  if (depth >= MAX_NESTING) return Number.POSITIVE_INFINITY;
  const limiters = limitersOf(context, part, new Set(loop.keys())).slice(0, MAX_TRIED);
  const limiter = limiters.find((candidate) => limits(loop, candidate));
  // What nothing counts has been reported as endless.
  if (limiter === undefined) return 1;
  const rest = without(loop, new Set([limiter.block]));
  const round = weight(limiter.block) + longest(context, part, rest, weight, depth + 1);
  return (limiter.rounds + 1) * round;
}
