import { randomUUID } from 'node:crypto';
import type { DifferenceView, ProblemView, TestRunView } from '../../contracts/api/scenarios.ts';
import { ScenarioHash } from '../../contracts/ids.ts';
import type { Workbench } from '../scenario/workbench.ts';

/** A difference that tells one document from the other. */
const differenceOf = (before: unknown, after: unknown): DifferenceView => ({
  blocks: [],
  document: [{ field: 'document', before: JSON.stringify(before), after: JSON.stringify(after) }],
});

/** A bench whose verdicts a test gives; `met` notes which company each document was worked on for. */
export function createFakeWorkbench(): Workbench & {
  problems: ProblemView[];
  tests: TestRunView;
  met: string[];
} {
  const bench = {
    problems: [] as ProblemView[],
    tests: { results: [], coverage: {} } as TestRunView,
    met: [] as string[],
  };
  const version = () => ({
    hash: ScenarioHash.parse(`${randomUUID()}${randomUUID()}`.replaceAll('-', '')),
    parts: {},
  });
  return Object.assign<typeof bench, Workbench>(bench, {
    async check({ tenant }) {
      bench.met.push(tenant);
      return { problems: bench.problems, exploration: null };
    },
    async simulate({ tenant }) {
      bench.met.push(tenant);
      const problems = bench.problems;
      return { lines: [], path: [], waiting: null, outcome: null, variables: {}, problems };
    },
    runTests: async () => bench.tests,
    async publishable({ tenant }) {
      bench.met.push(tenant);
      const fit = bench.problems.length === 0 && bench.tests.results.every(({ passed }) => passed);
      return { problems: bench.problems, tests: bench.tests, version: fit ? version() : null };
    },
    difference: async (before, after) => differenceOf(before, after),
    startingPoint: async (point) => ({ schema: 1, name: point, blocks: {} }),
  });
}
