import type { DifferenceView } from '../../contracts/api/scenarios.ts';

/** What differs between two documents. */
export const differenceOf = (_before: unknown, _after: unknown): DifferenceView => ({
  blocks: [],
  document: [],
});
