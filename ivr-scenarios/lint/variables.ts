import type { Block, BlockOf } from '../../contracts/scenario/block.ts';
import { type Term, termsOf } from '../../contracts/scenario/expression.ts';
import type { Problem, ProblemFacts } from '../../contracts/scenario/problem.ts';
import type { Operand } from '../../contracts/scenario/value.ts';
import { error, type LintContext, placedBlocks, type Rule } from './context.ts';
import { saidBy } from './said.ts';
import { fits, typeOfLiteral } from './types.ts';
import { urlVariables } from './url.ts';
import { isBuiltIn, isSecret, mismatch, operandType, told, typeOf, unknown } from './variable-facts.ts';

/** Variables exist, are compared and filled with what fits their type, and secrets stay secret. */
export const variables: Rule = (context) => [
  ...Object.entries(context.doc.variables).flatMap(([variable, { type, initial }]) => {
    if (isBuiltIn(variable)) {
      return [
        error(
          'read-only-variable',
          null,
          `Variable "${variable}" is given by the call: choose another name.`,
          { variable },
        ),
      ];
    }
    if (fits(typeOfLiteral(initial, type), type)) return [];
    return [mismatch(null, { how: 'begins', variable, type, given: JSON.stringify(initial) })];
  }),
  ...placedBlocks(context).flatMap(({ place, block }) => [
    ...saidBy(block)
      .flat()
      .flatMap((item) =>
        typeof item === 'object' && 'say' in item ? tellProblems(context, place, item.value, 'prompt') : [],
      ),
    ...inBlock(context, place, block),
  ]),
];

function inBlock(context: LintContext, place: string, block: Block): Problem[] {
  const tell = (value: Operand, where: ProblemFacts['secret-spoken']['where']): Problem[] =>
    tellProblems(context, place, value, where);
  switch (block.type) {
    case 'condition':
      return termsOf(block.when).flatMap((term) => termProblems(context, place, term));
    case 'switch':
      return typeOf(context, block.variable) === undefined ? [unknown(place, block.variable)] : [];
    case 'set':
      return block.assign.flatMap((assignment) => [
        ...writeProblems(context, place, assignment.variable),
        ...('value' in assignment
          ? copyProblems(context, place, assignment.variable, assignment.value)
          : addProblems(context, place, assignment.variable)),
      ]);
    case 'collect':
      return [...writeProblems(context, place, block.variable), ...collectProblems(context, place, block)];
    case 'sendMessage':
      return [
        ...(block.to === 'caller' ? [] : numberProblems(context, place, block.to.variable)),
        ...Object.values(block.values).flatMap((value) => tell(value, 'text')),
      ];
    case 'log':
      return block.values.flatMap((variable) => tell({ variable }, 'log'));
    case 'httpRequest':
      return [
        ...urlVariables(block.url).flatMap((variable) => tell({ variable }, 'url')),
        // A body travels to where the company itself has said that it may: a secret may be checked there.
        ...Object.values(block.body).flatMap((value) => existing(context, place, value)),
        ...block.take.flatMap(({ variable }) => writeProblems(context, place, variable)),
      ];
    case 'subScenario':
      return Object.entries(block.with).flatMap(([name, value]) => [
        ...existing(context, place, value),
        ...(typeOf(context, name) === undefined ? [] : copyProblems(context, place, name, value)),
      ]);
    default:
      return [];
  }
}

function existing(context: LintContext, place: string, value: Operand): Problem[] {
  if (!('variable' in value)) return [];
  return typeOf(context, value.variable) === undefined ? [unknown(place, value.variable)] : [];
}

function tellProblems(
  context: LintContext,
  place: string,
  value: Operand,
  where: ProblemFacts['secret-spoken']['where'],
): Problem[] {
  if ('variable' in value && isSecret(context, value.variable)) return [told(place, value.variable, where)];
  return existing(context, place, value);
}

/** A number to be texted is kept as keys. It may be secret: only its owner learns of the text. */
function numberProblems(context: LintContext, place: string, variable: string): Problem[] {
  const type = typeOf(context, variable);
  if (type === undefined) return [unknown(place, variable)];
  return type === 'digits' || type === 'text'
    ? []
    : [mismatch(place, { how: 'texted', variable, type, given: '' })];
}

function termProblems(context: LintContext, place: string, term: Term): Problem[] {
  const { variable, op, to } = term;
  const type = typeOf(context, variable);
  if (type === undefined) return [unknown(place, variable)];
  if (op === 'empty' || op === 'notEmpty') return [];
  if (to === undefined) return [mismatch(place, { how: 'compared', variable, type, given: '' })];
  const given = operandType(context, to, type);
  if (given === undefined) return existing(context, place, to);
  if (given !== 'null' && !fits(given, type)) {
    return [mismatch(place, { how: 'compared', variable, type, given })];
  }
  const ordered = op !== 'eq' && op !== 'ne' && op !== 'startsWith';
  if (ordered && type !== 'number' && type !== 'date') {
    return [mismatch(place, { how: 'ordered', variable, type, given })];
  }
  const text = type === 'text' || type === 'digits' || type === 'date';
  return op === 'startsWith' && !text ? [mismatch(place, { how: 'startsWith', variable, type, given })] : [];
}

function writeProblems(context: LintContext, place: string, name: string): Problem[] {
  if (isBuiltIn(name))
    return [
      error(
        'read-only-variable',
        place,
        `Block "${place}" writes "${name}", which the call gives: use a variable of your own.`,
        { variable: name },
      ),
    ];
  return typeOf(context, name) === undefined ? [unknown(place, name)] : [];
}

function copyProblems(context: LintContext, place: string, name: string, value: Operand): Problem[] {
  const type = typeOf(context, name);
  if (type === undefined) return [];
  const given = operandType(context, value, type);
  if (given === undefined) return existing(context, place, value);
  if ('variable' in value && isSecret(context, value.variable) && !isSecret(context, name)) {
    return [
      error(
        'secret-copied',
        place,
        `Block "${place}" copies the secret "${value.variable}" into "${name}": mark "${name}" as secret too.`,
        { variable: value.variable, into: name },
      ),
    ];
  }
  return fits(given, type) ? [] : [mismatch(place, { how: 'gets', variable: name, type, given })];
}

function collectProblems(context: LintContext, place: string, block: BlockOf<'collect'>): Problem[] {
  const { variable } = block;
  const type = typeOf(context, variable);
  if (type === undefined) return [];
  if (block.secret !== isSecret(context, variable)) {
    return [
      error(
        'secret-unmarked',
        place,
        `Block "${place}" and its variable "${variable}" must both be secret or both not: mark the other one.`,
        { variable },
      ),
    ];
  }
  // What is pressed is kept as keys: a number variable would lose leading zeros.
  return type === 'digits' || type === 'text' || (type === 'date' && block.validator === 'date')
    ? []
    : [mismatch(place, { how: 'keys', variable, type, given: 'keys' })];
}

function addProblems(context: LintContext, place: string, variable: string): Problem[] {
  const type = typeOf(context, variable);
  return type === undefined || type === 'number'
    ? []
    : [mismatch(place, { how: 'added', variable, type, given: 'number' })];
}
