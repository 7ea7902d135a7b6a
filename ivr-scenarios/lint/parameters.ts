import type { Problem } from '../../contracts/scenario/problem.ts';
import { error, type LintContext, placedBlocks, type Rule } from './context.ts';
import { isBuiltIn, typeOf } from './variable-facts.ts';

/** Whoever calls a part gives each of its parameters a value and nothing else. */
export const parameters: Rule = (context) => [
  ...[...context.parts.values()].flatMap((part) =>
    part.parameters.flatMap((name) => declaredProblems(context, part.id, name)),
  ),
  ...placedBlocks(context).flatMap(({ place, block }) => {
    const callee = block.type === 'subScenario' ? context.parts.get(block.part) : undefined;
    if (block.type !== 'subScenario' || callee === undefined) return [];
    const given = Object.keys(block.with);
    return [
      ...callee.parameters
        .filter((name) => !given.includes(name))
        .map((name) => missing(place, callee.id, name)),
      ...given
        .filter((name) => !callee.parameters.includes(name))
        .map((name) => unasked(place, callee.id, name)),
    ];
  }),
];

function declaredProblems(context: LintContext, part: string, variable: string): Problem[] {
  if (isBuiltIn(variable)) {
    const message = `Part "${part}" takes "${variable}", which the call gives: use a variable of your own.`;
    return [error('read-only-variable', null, message, { variable })];
  }
  if (typeOf(context, variable) !== undefined) return [];
  const message = `Part "${part}" takes "${variable}", which does not exist: declare it under variables.`;
  return [error('unknown-variable', null, message, { variable })];
}

const missing = (place: string, part: string, parameter: string): Problem =>
  error(
    'parameter-missing',
    place,
    `Block "${place}" calls "${part}" without a value for "${parameter}": give it one.`,
    { parameter, part },
  );

const unasked = (place: string, part: string, parameter: string): Problem =>
  error(
    'unknown-parameter',
    place,
    `Block "${place}" gives "${part}" a value for "${parameter}", which it does not take: leave it out.`,
    { parameter, part },
  );
