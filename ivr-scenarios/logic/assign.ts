import type { Assignment } from '../../contracts/scenario/block.ts';
import { operandValue, type Variables } from './compare.ts';

/** The variables after the assignments, applied in order; adding to what is not a number counts from 0. */
export function assigned(variables: Variables, assignments: Assignment[]): Variables {
  const next = { ...variables };
  for (const assignment of assignments) {
    if ('value' in assignment) {
      next[assignment.variable] = operandValue(assignment.value, next);
      continue;
    }
    const current = next[assignment.variable];
    next[assignment.variable] = (typeof current === 'number' ? current : 0) + assignment.add;
  }
  return next;
}
