import type { Block, BlockOf } from '../../contracts/scenario/block.ts';
import { type Term, termsOf } from '../../contracts/scenario/expression.ts';
import type { Operand } from '../../contracts/scenario/value.ts';
import { saidBy } from './said.ts';
import { urlVariables } from './url.ts';

/**
 * Variables whose value a block needs. Asking whether one is empty needs none, and what is added to begins at nought.
 */
export function usedBy(block: Block): string[] {
  const said = saidBy(block)
    .flat()
    .flatMap((item) => (typeof item === 'object' && 'say' in item ? named(item.value) : []));
  switch (block.type) {
    case 'condition':
      return termsOf(block.when).filter(needsValue).flatMap(inTerm);
    case 'switch':
      return [block.variable];
    case 'set':
      return block.assign.flatMap((assignment) => ('value' in assignment ? named(assignment.value) : []));
    case 'collect':
      // Its own variable is read back after it was collected.
      return said.filter((name) => name !== block.variable);
    case 'sendMessage':
      return [
        ...(block.to === 'caller' ? [] : [block.to.variable]),
        ...Object.values(block.values).flatMap(named),
      ];
    case 'log':
      return block.values;
    case 'httpRequest':
      return [...urlVariables(block.url), ...Object.values(block.body).flatMap(named)];
    case 'subScenario':
      return Object.values(block.with).flatMap(named);
    default:
      return said;
  }
}

/** Variables that have a value when a block is left this way. */
export function definedBy(block: Block, outcome: string): string[] {
  switch (block.type) {
    case 'set':
      return block.assign.flatMap((assignment) =>
        'value' in assignment && 'literal' in assignment.value && assignment.value.literal === null
          ? []
          : [assignment.variable],
      );
    case 'collect':
      return outcome === 'collected' ? [block.variable] : [];
    case 'httpRequest':
      return outcome === 'ok' ? block.take.map(({ variable }) => variable) : [];
    case 'switch':
      return outcome === 'otherwise' ? [] : [block.variable];
    case 'condition':
      return provenBy(block, outcome);
    default:
      return [];
  }
}

/** A variable that is not empty, or equals something, has a value. */
function provenBy({ when }: BlockOf<'condition'>, outcome: string): string[] {
  if (outcome === 'yes') {
    const terms = 'all' in when ? when.all.filter(isTerm) : isTerm(when) ? [when] : [];
    return terms.flatMap(({ op, variable }) => (op === 'empty' || op === 'ne' ? [] : [variable]));
  }
  const terms = 'any' in when ? when.any.filter(isTerm) : isTerm(when) ? [when] : [];
  return terms.flatMap(({ op, variable }) => (op === 'empty' ? [variable] : []));
}

const isTerm = (clause: object): clause is Term => 'op' in clause;
const needsValue = ({ op }: Term): boolean => op !== 'empty' && op !== 'notEmpty';
const named = (operand: Operand): string[] => ('variable' in operand ? [operand.variable] : []);
const inTerm = ({ variable, to }: Term): string[] => [variable, ...(to === undefined ? [] : named(to))];
