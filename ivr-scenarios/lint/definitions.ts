import type { Block } from '../../contracts/scenario/block.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import { error, type LintContext, type PlacedBlock, placedBlocks, type Rule, warning } from './context.ts';
import { wiresOf } from './outcomes.ts';
import { entriesOf } from './reach.ts';
import { isBuiltIn } from './variable-facts.ts';
import { definedBy, usedBy } from './variable-use.ts';

/**
 * Variables have a value before they are used, on every way there, through called parts too. What no way sets is an
 * error; what one way leaves out is a warning, since the engine then says nothing and compares with nothing.
 */
export const definitions: Rule = (context) => {
  const flow = flowOf(context);
  const users = new Map<string, number[]>();
  for (const [index, { block }] of flow.nodes.entries()) {
    for (const name of new Set(usedBy(block))) users.set(name, [...(users.get(name) ?? []), index]);
  }
  return [...users].flatMap(([name, where]) => {
    if (isBuiltIn(name) || !Object.hasOwn(context.doc.variables, name)) return [];
    if (context.doc.variables[name]?.initial !== null) return [];
    const states = statesOf(context, flow, name);
    return where.flatMap((index) => problemOf(flow.nodes[index]?.place ?? '', name, states[index] ?? 0));
  });
};

function problemOf(place: string, variable: string, state: number): Problem[] {
  if ((state & UNSET) === 0) return [];
  if ((state & SET) !== 0) {
    const message = `Block "${place}" uses "${variable}", which has no value on one of the ways there: set it before or ask whether it is empty.`;
    return [warning('undefined-variable', place, message, { variable, when: 'sometimes' })];
  }
  const message = `Block "${place}" uses "${variable}", which nothing before it ever sets: set it or let it begin as something.`;
  return [error('undefined-variable', place, message, { variable, when: 'never' })];
}

const UNSET = 1;
const SET = 2;

type Edge = { outcome: string; target: number };
type Flow = {
  nodes: readonly PlacedBlock[];
  edges: readonly (readonly Edge[])[];
  entry: ReadonlyMap<string, number>;
  /** Part → the blocks that call it. */
  callers: ReadonlyMap<string, readonly number[]>;
};

function flowOf(context: LintContext): Flow {
  const nodes = placedBlocks(context);
  const index = new Map(nodes.map(({ place }, at) => [place, at]));
  const callers = new Map<string, number[]>();
  const edges = nodes.map(({ block, part }, at) => {
    if (block.type === 'subScenario') callers.set(block.part, [...(callers.get(block.part) ?? []), at]);
    return wiresOf(block).flatMap(([outcome, target]) => {
      const to = index.get(`${part.id}/${target}`);
      return to === undefined ? [] : [{ outcome, target: to }];
    });
  });
  const entry = new Map(
    [...context.parts.values()].map(({ id, entry: first }) => [id, index.get(`${id}/${first}`) ?? -1]),
  );
  return { nodes, edges, entry, callers };
}

/** In which states (bits) a variable can be when a call comes to each block. */
function statesOf(context: LintContext, flow: Flow, name: string): Uint8Array {
  const states = new Uint8Array(flow.nodes.length);
  /** `part outcome` → states in which the part is left so. */
  const returned = new Map<string, number>();
  const work: number[] = [];
  const reach = (node: number, bits: number): void => {
    const before = states[node];
    if (before === undefined || (before | bits) === before) return;
    states[node] = before | bits;
    work.push(node);
  };
  for (const node of handlerNodes(context, flow)) reach(node, UNSET | SET);
  reach(flow.entry.get(MAIN_PART) ?? -1, UNSET);
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    const { block, part } = flow.nodes[node] as PlacedBlock;
    const bits = states[node] ?? 0;
    if (block.type === 'return') {
      const key = `${part.id} ${block.outcome}`;
      const before = returned.get(key) ?? 0;
      if ((before | bits) === before) continue;
      returned.set(key, before | bits);
      work.push(...(flow.callers.get(part.id) ?? []).filter((caller) => states[caller] !== 0));
      continue;
    }
    const callee = block.type === 'subScenario' ? context.parts.get(block.part) : undefined;
    const isParameter = callee?.parameters.includes(name) === true;
    if (callee !== undefined) reach(flow.entry.get(callee.id) ?? -1, isParameter ? SET : bits);
    for (const { outcome, target } of flow.edges[node] ?? []) {
      const came =
        callee === undefined ? bits : cameBack(bits, returned.get(`${callee.id} ${outcome}`), isParameter);
      if (came !== 0) reach(target, defines(block, outcome, name) ? SET : came);
    }
  }
  return states;
}

/** A callee never takes a value away, and gives parameters back as they were. */
function cameBack(bits: number, returned: number | undefined, isParameter: boolean): number {
  if (returned === undefined) return 0;
  if (isParameter) return bits;
  const unset = bits & returned & UNSET;
  return unset | ((bits | returned) & SET);
}

const defines = (block: Block, outcome: string, name: string): boolean =>
  definedBy(block, outcome).includes(name);

function handlerNodes(context: LintContext, flow: Flow): number[] {
  const main = context.parts.get(MAIN_PART);
  if (main === undefined) return [];
  const [, ...handlers] = entriesOf(context, main);
  return handlers.map((id) => flow.nodes.findIndex(({ place }) => place === `${MAIN_PART}/${id}`));
}
