import type { Block } from '../../contracts/scenario/block.ts';
import { type Term, termsOf } from '../../contracts/scenario/expression.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import { BUILT_IN_VARIABLES, type Operand, type ValueType } from '../../contracts/scenario/value.ts';
import { itemsOf } from '../compile/items-of.ts';
import { error, type LintContext, placedBlocks, type Rule } from './context.ts';
import { fits, typeOfLiteral } from './types.ts';

/** Variables exist, are compared and filled with what fits their type, and secrets stay secret. */
export const variables: Rule = (context) => [
  ...Object.entries(context.doc.variables).flatMap(([name, { type, initial }]) => {
    if (isBuiltIn(name))
      return [
        error('read-only-variable', null, `Variable "${name}" is given by the call: choose another name.`),
      ];
    return fits(typeOfLiteral(initial, type), type)
      ? []
      : [
          error(
            'type-mismatch',
            null,
            `Variable "${name}" is a ${type}, but begins as ${JSON.stringify(initial)}: change one of them.`,
          ),
        ];
  }),
  ...placedBlocks(context).flatMap(({ place, block }) => inBlock(context, place, block)),
];

function inBlock(context: LintContext, place: string, block: Block): Problem[] {
  const spoken = itemsOf(block).flatMap((item) =>
    typeof item === 'object' && 'say' in item ? spokenProblems(context, place, item.value) : [],
  );
  switch (block.type) {
    case 'condition':
      return termsOf(block.when).flatMap((term) => termProblems(context, place, term));
    case 'set':
      return block.assign.flatMap((assignment) => [
        ...writeProblems(context, place, assignment.variable),
        ...('value' in assignment
          ? copyProblems(context, place, assignment.variable, assignment.value)
          : typeProblems(context, place, assignment.variable, 'number')),
      ]);
    case 'collect':
      return [
        ...spoken,
        ...writeProblems(context, place, block.variable),
        ...collectProblems(context, place, block),
      ];
    case 'sendMessage':
      return [
        ...(block.to === 'caller' ? [] : numberProblems(context, place, block.to.variable)),
        ...Object.values(block.values).flatMap((value) => spokenProblems(context, place, value)),
      ];
    default:
      return spoken;
  }
}

function spokenProblems(context: LintContext, place: string, value: Operand): Problem[] {
  if (!('variable' in value)) return [];
  if (isSecret(context, value.variable)) {
    return [
      error(
        'secret-spoken',
        place,
        `Block "${place}" would tell the secret variable "${value.variable}": tell something else.`,
      ),
    ];
  }
  return typeOf(context, value.variable) === undefined ? [unknown(place, value.variable)] : [];
}

/** A number to be texted is kept as keys. It may be secret: only its owner learns of the text. */
function numberProblems(context: LintContext, place: string, name: string): Problem[] {
  const type = typeOf(context, name);
  if (type === undefined) return [unknown(place, name)];
  return type === 'digits' || type === 'text'
    ? []
    : [mismatch(place, `"${name}" is a ${type} and is texted to`)];
}

function termProblems(context: LintContext, place: string, term: Term): Problem[] {
  const left = typeOf(context, term.variable);
  if (left === undefined) return [unknown(place, term.variable)];
  if (term.op === 'empty' || term.op === 'notEmpty') return [];
  if (term.to === undefined) return [mismatch(place, `"${term.variable}" is compared with nothing`)];
  const right = operandType(context, term.to, left);
  if (right === undefined) return 'variable' in term.to ? [unknown(place, term.to.variable)] : [];
  if (right !== 'null' && !fits(right, left))
    return [mismatch(place, `"${term.variable}" is a ${left} and is compared with a ${right}`)];
  const ordered = term.op !== 'eq' && term.op !== 'ne' && term.op !== 'startsWith';
  if (ordered && left !== 'number' && left !== 'date')
    return [mismatch(place, `"${term.variable}" is a ${left}, which has no order`)];
  const text = left === 'text' || left === 'digits' || left === 'date';
  return term.op === 'startsWith' && !text
    ? [mismatch(place, `"${term.variable}" is a ${left}, which has no beginning`)]
    : [];
}

function writeProblems(context: LintContext, place: string, name: string): Problem[] {
  if (isBuiltIn(name))
    return [
      error(
        'read-only-variable',
        place,
        `Block "${place}" writes "${name}", which the call gives: use a variable of your own.`,
      ),
    ];
  return typeOf(context, name) === undefined ? [unknown(place, name)] : [];
}

function copyProblems(context: LintContext, place: string, name: string, value: Operand): Problem[] {
  const left = typeOf(context, name);
  if (left === undefined) return [];
  const right = operandType(context, value, left);
  if (right === undefined) return 'variable' in value ? [unknown(place, value.variable)] : [];
  if ('variable' in value && isSecret(context, value.variable) && !isSecret(context, name)) {
    return [
      error(
        'secret-copied',
        place,
        `Block "${place}" copies the secret "${value.variable}" into "${name}": mark "${name}" as secret too.`,
      ),
    ];
  }
  return fits(right, left) ? [] : [mismatch(place, `"${name}" is a ${left} and gets a ${right}`)];
}

function collectProblems(
  context: LintContext,
  place: string,
  block: Extract<Block, { type: 'collect' }>,
): Problem[] {
  const type = typeOf(context, block.variable);
  if (type === undefined) return [];
  if (block.secret !== isSecret(context, block.variable)) {
    return [
      error(
        'secret-unmarked',
        place,
        `Block "${place}" and its variable "${block.variable}" must both be secret or both not: mark the other one.`,
      ),
    ];
  }
  // What is pressed is kept as keys: a number variable would lose leading zeros.
  return type === 'digits' || type === 'text' || (type === 'date' && block.validator === 'date')
    ? []
    : [mismatch(place, `"${block.variable}" is a ${type} and gets keys; declare it as digits`)];
}

function typeProblems(context: LintContext, place: string, name: string, wanted: ValueType): Problem[] {
  const type = typeOf(context, name);
  return type === undefined || type === wanted
    ? []
    : [mismatch(place, `"${name}" is a ${type}; only a ${wanted} can be added to`)];
}

function typeOf({ doc }: LintContext, name: string): ValueType | undefined {
  if (isBuiltIn(name)) return BUILT_IN_VARIABLES[name];
  return Object.hasOwn(doc.variables, name) ? doc.variables[name]?.type : undefined;
}

function operandType(
  context: LintContext,
  operand: Operand,
  beside: ValueType,
): ValueType | 'null' | undefined {
  return 'variable' in operand ? typeOf(context, operand.variable) : typeOfLiteral(operand.literal, beside);
}

function isSecret({ doc }: LintContext, name: string): boolean {
  return Object.hasOwn(doc.variables, name) && doc.variables[name]?.secret === true;
}

const isBuiltIn = (name: string): name is keyof typeof BUILT_IN_VARIABLES =>
  Object.hasOwn(BUILT_IN_VARIABLES, name);

const unknown = (place: string, name: string): Problem =>
  error(
    'unknown-variable',
    place,
    `Block "${place}" uses the variable "${name}", which does not exist: declare it under variables.`,
  );

const mismatch = (place: string, what: string): Problem =>
  error('type-mismatch', place, `In block "${place}" ${what}: use the same type on both sides.`);
