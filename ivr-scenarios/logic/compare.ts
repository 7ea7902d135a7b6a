import type { Clause, Expression, Term } from '../../contracts/scenario/expression.ts';
import type { Operand, Value } from '../../contracts/scenario/value.ts';

export type Variables = Record<string, Value>;

/** Value of an operand; `null` where the variable does not exist. */
export function operandValue(operand: Operand, variables: Variables): Value {
  return 'literal' in operand ? operand.literal : variable(operand.variable, variables);
}

/** True if the condition holds; comparing values of different types is false, never an error. */
export function holds(expression: Expression | Clause, variables: Variables): boolean {
  if ('all' in expression) return expression.all.every((clause) => holds(clause, variables));
  if ('any' in expression) return expression.any.some((clause) => holds(clause, variables));
  return compared(expression, variables);
}

function compared(term: Term, variables: Variables): boolean {
  const left = variable(term.variable, variables);
  if (term.op === 'empty') return left === null || left === '';
  if (term.op === 'notEmpty') return left !== null && left !== '';
  const right = term.to === undefined ? null : operandValue(term.to, variables);
  switch (term.op) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'startsWith':
      return typeof left === 'string' && typeof right === 'string' && left.startsWith(right);
    default:
      return ordered(term.op, left, right);
  }
}

function ordered(op: 'lt' | 'le' | 'gt' | 'ge', left: Value, right: Value): boolean {
  const numbers = typeof left === 'number' && typeof right === 'number';
  // Dates are YYYYMMDD: their order as text is their order in time.
  const texts = typeof left === 'string' && typeof right === 'string';
  if (!numbers && !texts) return false;
  if (op === 'lt') return left < right;
  if (op === 'le') return left <= right;
  return op === 'gt' ? left > right : left >= right;
}

function variable(name: string, variables: Variables): Value {
  return Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
}
