import type { Block } from '../../contracts/scenario/block.ts';
import { termsOf } from '../../contracts/scenario/expression.ts';
import type { CompiledScenario, ScenarioPart } from '../../contracts/scenario/part.ts';
import type { Operand } from '../../contracts/scenario/value.ts';
import { reachable } from '../lint/graph.ts';

/** What may still be asked for from a block on: variables by `part/block`, counting blocks ahead by `part/block`. */
export type Liveness = {
  variables: ReadonlyMap<string, ReadonlySet<string>>;
  loops: ReadonlyMap<string, ReadonlySet<string>>;
};

type Live = Map<string, Set<string>>;

/**
 * Finds out which variables a call can still be asked about from each block on, before they are written anew. A value
 * that nobody asks for any more makes no difference between two calls.
 */
export function livenessOf({ parts, entryPart }: CompiledScenario): Liveness {
  const live: Live = new Map();
  const returns: Live = new Map();
  const always = new Set<string>();
  const main = parts[entryPart];
  const handlers = [main?.onHungUp, ...Object.values(main?.handlers ?? {})].filter((id) => id !== undefined);
  for (let changed = true; changed; ) {
    changed = false;
    for (const part of Object.values(parts)) {
      for (const [id, block] of Object.entries(part.blocks).reverse()) {
        const names = before(part, block, { parts, live, returns });
        changed = grow(live, `${part.id}/${id}`, names) || changed;
      }
    }
    // A handler may be the next block wherever the call is.
    for (const id of handlers) {
      for (const name of live.get(`${entryPart}/${id}`) ?? []) {
        if (!always.has(name)) changed = true;
        always.add(name);
      }
    }
    for (const names of live.values()) for (const name of always) names.add(name);
  }
  return { variables: live, loops: loopsAhead(parts) };
}

type Around = { parts: CompiledScenario['parts']; live: Live; returns: Live };

function before(part: ScenarioPart, block: Block, around: Around): Set<string> {
  const { live, returns } = around;
  const after = (outcome: string, target: string): Set<string> =>
    written(block, outcome, new Set(live.get(`${part.id}/${target}`)));
  if (block.type === 'return') return new Set(returns.get(`${part.id}>${block.outcome}`));
  const names = new Set(asked(block));
  const next = 'next' in block ? Object.entries(block.next) : [];
  if (block.type !== 'subScenario') {
    for (const [outcome, target] of next) for (const name of after(outcome, target)) names.add(name);
    return names;
  }
  const callee = around.parts[block.part];
  const parameters = callee?.parameters ?? Object.keys(block.with ?? {});
  for (const [outcome, target] of next) {
    for (const name of after(outcome, target)) {
      // Parameters come back as they were.
      if (parameters.includes(name)) names.add(name);
      else grow(returns, `${block.part}>${outcome}`, [name]);
    }
  }
  for (const name of live.get(`${block.part}/${callee?.entry}`) ?? []) {
    const given = parameters.includes(name) ? block.with?.[name] : ({ variable: name } as const);
    for (const source of given === undefined ? [] : named(given)) names.add(source);
  }
  return names;
}

function asked(block: Block): string[] {
  if (block.type === 'switch') return [block.variable];
  if (block.type !== 'condition') return [];
  return termsOf(block.when).flatMap(({ variable, to }) => [
    variable,
    ...(to === undefined ? [] : named(to)),
  ]);
}

/** What was alive before a block wrote what it writes. */
function written(block: Block, outcome: string, names: Set<string>): Set<string> {
  if (block.type === 'collect' && outcome === 'collected') names.delete(block.variable);
  if (block.type !== 'set') return names;
  for (const one of block.assign.toReversed()) {
    if (!('value' in one) || !names.delete(one.variable)) continue;
    for (const source of named(one.value)) names.add(source);
  }
  return names;
}

const named = (operand: Operand): string[] => ('variable' in operand ? [operand.variable] : []);

function grow(sets: Live, key: string, names: Iterable<string>): boolean {
  const known = sets.get(key) ?? new Set();
  const size = known.size;
  for (const name of names) known.add(name);
  sets.set(key, known);
  return known.size > size;
}

/** `loop` blocks that a call can still come to in the visit of its part. */
function loopsAhead(parts: CompiledScenario['parts']): Map<string, Set<string>> {
  const ahead = new Map<string, Set<string>>();
  for (const part of Object.values(parts)) {
    const graph = new Map(
      Object.entries(part.blocks).map(([id, block]) => [
        id,
        'next' in block ? Object.values(block.next) : [],
      ]),
    );
    const counting = Object.keys(part.blocks).filter((id) => part.blocks[id]?.type === 'loop');
    const handlers = [part.onHungUp, ...Object.values(part.handlers ?? {})].filter((id) => id !== undefined);
    for (const id of graph.keys()) {
      const found = counting.length === 0 ? new Set<string>() : reachable(graph, [id, ...handlers]);
      ahead.set(`${part.id}/${id}`, new Set(counting.filter((loop) => found.has(loop))));
    }
  }
  return ahead;
}
