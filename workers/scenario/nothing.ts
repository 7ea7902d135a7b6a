import type { SimulationView, TestRunView } from '../../contracts/api/scenarios.ts';

/** A call that was not run, because the document has errors. */
export const NO_CALL: Omit<SimulationView, 'problems'> = {
  lines: [],
  path: [],
  waiting: null,
  outcome: null,
  variables: {},
};

/** Tests that were not run. */
export const NO_TESTS: TestRunView = { results: [], coverage: {} };
