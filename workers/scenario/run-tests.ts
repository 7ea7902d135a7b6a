import type { TestRunView } from '../../contracts/api/scenarios.ts';
import {
  type CompiledScenario,
  coverageOf,
  type PromptCatalog,
  runTest,
} from '../../ivr-scenarios/authoring.ts';
import type { JobCompany, TestCase } from './job.ts';
import { optionsOf } from './simulated.ts';

/** Runs each test through a version; coverage is that of all of them together. */
export function ran(
  scenario: CompiledScenario,
  tests: readonly TestCase[],
  catalog: PromptCatalog,
  company: JobCompany,
): TestRunView {
  const options = optionsOf(company);
  const runs = tests.map(({ id, name, ...test }) => ({
    ...{ id, name },
    ...runTest(test, scenario, catalog, options),
  }));
  return {
    results: runs.map(({ id, name, passed, difference }) => ({
      ...{ test: id, name, passed },
      expected: difference?.expected ?? null,
      got: difference?.got ?? null,
    })),
    coverage: coverageOf(
      scenario,
      runs.map(({ call }) => call),
    ),
  };
}

/** All of them failed: the document has an error, and nothing can be said of any call. */
export const notRun = (tests: readonly TestCase[], why: string): TestRunView => ({
  results: tests.map(({ id, name, expect: { outcome } }) => ({
    ...{ test: id, name, passed: false },
    expected: `${outcome.result}/${outcome.reason}`,
    got: why,
  })),
  coverage: {},
});
