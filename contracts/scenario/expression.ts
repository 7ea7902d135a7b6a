import { z } from 'zod';
import { SCENARIO_LIMITS } from './limits.ts';
import { VariableName } from './names.ts';
import { Operand } from './value.ts';

/** One typed comparison. Order (`lt` …) is for numbers and dates; `empty` ignores the right side. */
export const Term = z.strictObject({
  variable: VariableName,
  op: z.enum(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'startsWith', 'empty', 'notEmpty']),
  to: Operand.optional(),
});
export type Term = z.infer<typeof Term>;

const terms = z.array(Term).min(1).max(SCENARIO_LIMITS.conditionTerms);
const All = z.strictObject({ all: terms });
const Any = z.strictObject({ any: terms });

/** A term, or groups of them: two levels of and/or express every condition and keep evaluation bounded. */
export const Clause = z.union([Term, All, Any]);
export type Clause = z.infer<typeof Clause>;

const clauses = z.array(Clause).min(1).max(SCENARIO_LIMITS.conditionTerms);

export const Expression = z
  .union([Term, z.strictObject({ all: clauses }), z.strictObject({ any: clauses })])
  .refine(
    (expression) => termsOf(expression).length <= SCENARIO_LIMITS.conditionTerms,
    'a condition may have at most 20 comparisons: split it into two blocks',
  );
export type Expression = z.infer<typeof Expression>;

/** Every comparison of a condition, whatever its grouping. */
export function termsOf(expression: Grouped): Term[] {
  if ('all' in expression) return expression.all.flatMap((clause) => termsOf(clause));
  if ('any' in expression) return expression.any.flatMap((clause) => termsOf(clause));
  return [expression];
}

type Grouped = Term | { all: Clause[] } | { any: Clause[] };
