import type { Problem, ProblemFacts } from '../../contracts/scenario/problem.ts';
import { BUILT_IN_VARIABLES, type Operand, type ValueType } from '../../contracts/scenario/value.ts';
import { error, type LintContext } from './context.ts';
import { typeOfLiteral } from './types.ts';

/** Type of a variable of the document or of the call; `undefined`: there is no such variable. */
export function typeOf({ doc }: LintContext, name: string): ValueType | undefined {
  if (isBuiltIn(name)) return BUILT_IN_VARIABLES[name];
  return Object.hasOwn(doc.variables, name) ? doc.variables[name]?.type : undefined;
}

/** Type of an operand, a literal seen beside a type; `undefined`: a variable that does not exist. */
export function operandType(
  context: LintContext,
  operand: Operand,
  beside: ValueType,
): ValueType | 'null' | undefined {
  return 'variable' in operand ? typeOf(context, operand.variable) : typeOfLiteral(operand.literal, beside);
}

export function isSecret({ doc }: LintContext, name: string): boolean {
  return Object.hasOwn(doc.variables, name) && doc.variables[name]?.secret === true;
}

/** True for what the call itself gives. */
export const isBuiltIn = (name: string): name is keyof typeof BUILT_IN_VARIABLES =>
  Object.hasOwn(BUILT_IN_VARIABLES, name);

export const unknown = (place: string, name: string): Problem =>
  error(
    'unknown-variable',
    place,
    `Block "${place}" uses the variable "${name}", which does not exist: declare it under variables.`,
    { variable: name },
  );

type Mismatch = ProblemFacts['type-mismatch'];

const SENTENCES: Record<Mismatch['how'], (facts: Mismatch) => string> = {
  begins: ({ variable, type, given }) => `"${variable}" is a ${type} and begins as ${given}`,
  compared: ({ variable, type, given }) =>
    given === ''
      ? `"${variable}" is compared with nothing`
      : `"${variable}" is a ${type} and is compared with a ${given}`,
  ordered: ({ variable, type }) => `"${variable}" is a ${type}, which has no order`,
  startsWith: ({ variable, type }) => `"${variable}" is a ${type}, which has no beginning`,
  gets: ({ variable, type, given }) => `"${variable}" is a ${type} and gets a ${given}`,
  keys: ({ variable, type }) => `"${variable}" is a ${type} and gets keys; declare it as digits`,
  added: ({ variable, type }) => `"${variable}" is a ${type}; only a number can be added to`,
  texted: ({ variable, type }) => `"${variable}" is a ${type} and is texted to`,
  case: ({ variable, type, given }) => `"${variable}" is a ${type} and has a case for a ${given}`,
};

/** Two types that do not go together. `place` null: where the variable is declared. */
export function mismatch(place: string | null, facts: Mismatch): Problem {
  const where = place === null ? 'Variable' : `In block "${place}"`;
  return error(
    'type-mismatch',
    place,
    `${where} ${SENTENCES[facts.how](facts)}: use the same type on both sides.`,
    facts,
  );
}

/** A secret variable where somebody would read or hear it. */
export const told = (
  place: string,
  variable: string,
  where: ProblemFacts['secret-spoken']['where'],
): Problem =>
  error(
    'secret-spoken',
    place,
    `Block "${place}" would tell the secret variable "${variable}" (${where}): tell something else.`,
    { variable, where },
  );
