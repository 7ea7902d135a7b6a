import type { Block } from '../../contracts/scenario/block.ts';
import { termsOf } from '../../contracts/scenario/expression.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import type { Operand, Value } from '../../contracts/scenario/value.ts';

/** What is known of a group of variables that are copied into or compared with each other. */
export type Group = {
  /** Everything that one of them is compared with or set to. */
  literals: ReadonlySet<Value>;
  /** Beginnings that are asked for. */
  prefixes: ReadonlySet<string>;
  /** True if one of them is asked for an order. */
  ordered: boolean;
  /** Steps in which counters move. */
  steps: ReadonlySet<number>;
};

/** The variables on which the way of a call depends, each with its group. */
export type Matter = ReadonlyMap<string, Group>;

type Growing = {
  literals: Set<Value>;
  prefixes: Set<string>;
  ordered: boolean;
  steps: Set<number>;
};

/**
 * Finds the variables that decide something, directly or by what is copied from them; all others cannot change a way, so
 * two states that differ in them are one.
 */
export function matterOf({ parts, entryPart }: CompiledScenario): Matter {
  const blocks = Object.values(parts).flatMap((part) => Object.values(part.blocks));
  const together = createUnion();
  const deciding = new Set<string>();
  const flows: [from: string, to: string][] = [];
  const notes: [name: string, note: (group: Growing) => void][] = [];
  const join = (name: string, operand: Operand): void => {
    if ('variable' in operand) together.join(name, operand.variable);
    else notes.push([name, ({ literals }) => literals.add(operand.literal)]);
  };
  for (const block of blocks) {
    for (const name of decidedBy(block, notes, join)) deciding.add(name);
    for (const [to, operand] of copiesOf(block)) {
      join(to, operand);
      if ('variable' in operand) flows.push([operand.variable, to]);
    }
    if (block.type !== 'set') continue;
    for (const one of block.assign) {
      if ('add' in one) notes.push([one.variable, ({ steps }) => steps.add(one.add)]);
    }
  }
  for (const [name, value] of Object.entries(parts[entryPart]?.variables ?? {})) {
    notes.push([name, ({ literals }) => literals.add(value)]);
  }
  for (let grown = -1; grown !== deciding.size; ) {
    grown = deciding.size;
    for (const [from, to] of flows) if (deciding.has(to)) deciding.add(from);
  }
  return grouped(deciding, together.of, notes);
}

function grouped(
  deciding: ReadonlySet<string>,
  of: (name: string) => string,
  notes: readonly [string, (group: Growing) => void][],
): Matter {
  const groups = new Map<string, Growing>();
  const groupOf = (name: string): Growing => {
    const known = groups.get(of(name));
    const group = known ?? { literals: new Set(), prefixes: new Set(), ordered: false, steps: new Set() };
    groups.set(of(name), group);
    return group;
  };
  for (const [name, note] of notes) note(groupOf(name));
  return new Map([...deciding].sort().map((name) => [name, groupOf(name)]));
}

function decidedBy(
  block: Block,
  notes: [string, (group: Growing) => void][],
  join: (name: string, operand: Operand) => void,
): string[] {
  if (block.type === 'condition') {
    return termsOf(block.when).flatMap(({ variable, op, to }) => {
      if (to === undefined) return [variable];
      join(variable, to);
      if (op === 'startsWith' && 'literal' in to) {
        notes.push([variable, ({ prefixes }) => prefixes.add(String(to.literal))]);
      } else if (op !== 'eq' && op !== 'ne') notes.push([variable, ordered]);
      return 'variable' in to ? [variable, to.variable] : [variable];
    });
  }
  if (block.type !== 'switch') return [];
  for (const given of block.cases) {
    if ('startsWith' in given) notes.push([block.variable, ({ prefixes }) => prefixes.add(given.startsWith)]);
    else if ('is' in given) {
      for (const literal of given.is) join(block.variable, { literal });
    } else {
      notes.push([block.variable, ordered]);
      for (const literal of [given.from, given.to]) {
        if (literal !== undefined) join(block.variable, { literal });
      }
    }
  }
  return [block.variable];
}

const ordered = (group: Growing): void => {
  group.ordered = true;
};

/** What a block copies into which variable. */
function copiesOf(block: Block): [string, Operand][] {
  if (block.type === 'subScenario') return Object.entries(block.with ?? {});
  if (block.type !== 'set') return [];
  return block.assign.flatMap((one): [string, Operand][] =>
    'value' in one ? [[one.variable, one.value]] : [],
  );
}

function createUnion(): { of: (name: string) => string; join: (left: string, right: string) => void } {
  const parents = new Map<string, string>();
  const of = (name: string): string => {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  return {
    of,
    join: (left, right) => {
      if (of(left) !== of(right)) parents.set(of(left), of(right));
    },
  };
}
