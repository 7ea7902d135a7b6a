import type { BlockOf, SwitchCase } from '../../contracts/scenario/block.ts';
import type { Problem, ProblemFacts } from '../../contracts/scenario/problem.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { type LintContext, placedBlocks, type Rule, warning } from './context.ts';
import { fits, typeOfLiteral } from './types.ts';
import { mismatch, typeOf } from './variable-facts.ts';

/** Cases of a switch can match: their values fit the variable, no range is empty, no earlier case takes all they would. */
export const sense: Rule = (context) =>
  placedBlocks(context).flatMap(({ place, block }) =>
    block.type === 'switch' ? caseProblems(context, place, block) : [],
  );

function caseProblems(context: LintContext, place: string, block: BlockOf<'switch'>): Problem[] {
  const { variable, cases } = block;
  const type = typeOf(context, variable);
  if (type === undefined) return [];
  const found: Problem[] = [];
  for (const [index, given] of cases.entries()) {
    const strange = valuesOf(given)
      .map((value) => typeOfLiteral(value, type))
      .find((literal) => literal !== 'null' && !fits(literal, type));
    const ordered = 'from' in given || 'to' in given;
    if (strange !== undefined) {
      found.push(mismatch(place, { how: 'case', variable, type, given: strange }));
    } else if ('startsWith' in given && (type === 'number' || type === 'boolean')) {
      found.push(mismatch(place, { how: 'startsWith', variable, type, given: 'text' }));
    } else if (ordered && type !== 'number' && type !== 'date') {
      found.push(mismatch(place, { how: 'ordered', variable, type, given: '' }));
    } else if (isEmpty(given)) {
      found.push(never(place, given.outcome, 'empty-range'));
    } else if (covered(given, cases.slice(0, index))) {
      found.push(never(place, given.outcome, 'covered'));
    }
  }
  return found;
}

function never(place: string, outcome: string, why: ProblemFacts['impossible-outcome']['why']): Problem {
  const message = `In block "${place}" a case for "${outcome}" never comes true: leave it out or move it up.`;
  return warning('impossible-outcome', place, message, { outcome, why });
}

function valuesOf(given: SwitchCase): Value[] {
  if ('is' in given) return given.is;
  if ('startsWith' in given) return [];
  return [given.from, given.to].filter((value) => value !== undefined);
}

const isEmpty = (given: SwitchCase): boolean =>
  !('is' in given) && !('startsWith' in given) && isAfter(given.from, given.to);

/** True if earlier cases take everything that this one is for. */
function covered(given: SwitchCase, earlier: readonly SwitchCase[]): boolean {
  if ('is' in given) return given.is.every((value) => earlier.some((other) => takes(other, value)));
  if ('startsWith' in given) {
    return earlier.some((other) => 'startsWith' in other && given.startsWith.startsWith(other.startsWith));
  }
  return earlier.some((other) => {
    if ('is' in other || 'startsWith' in other) return false;
    const fromCovered =
      other.from === undefined || (given.from !== undefined && !isAfter(other.from, given.from));
    const toCovered = other.to === undefined || (given.to !== undefined && !isAfter(given.to, other.to));
    return fromCovered && toCovered;
  });
}

function takes(other: SwitchCase, value: Value): boolean {
  if ('is' in other) return other.is.includes(value);
  if ('startsWith' in other) return typeof value === 'string' && value.startsWith(other.startsWith);
  if (typeof value !== 'number' && typeof value !== 'string') return false;
  return !isAfter(other.from, value) && !isAfter(value, other.to);
}

/** Numbers after numbers, text after text; an open end is never after anything. */
function isAfter(left: Value | undefined, right: Value | undefined): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left > right;
  return typeof left === 'string' && typeof right === 'string' && left > right;
}
