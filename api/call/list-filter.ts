import type { CallListQuery } from '../../contracts/api/calls.ts';
import type { CallConditions } from '../../db/repositories/calls-branches.ts';

type Filters = Omit<CallListQuery, 'cursor' | 'limit'>;

/** The filters of a query in the repository's words. */
export function conditionsOf(query: Filters): CallConditions {
  const { caller, called, from, to, result, state, direction, answered, scenario, q } = query;
  return { caller, called, from, to, result, state, direction, answered, scenario, search: q };
}
