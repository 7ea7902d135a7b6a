import type { CheckView, ProblemView, SimulationView, TestRunView } from '../../contracts/api/scenarios.ts';
import { unreachable } from '../../contracts/errors.ts';
import { checkScenario, type PromptCatalog } from '../../ivr-scenarios/authoring.ts';
import { differenceOf } from './difference.ts';
import type { JobCompany, Jobs, Request } from './job.ts';
import { simulated } from './simulated.ts';
import { startingPoint } from './starting-point.ts';
import { versionOf } from './version.ts';

/** Does one job; pure. `shipped`: the prompts that come with the product. */
export function doJob(request: Request, shipped: PromptCatalog): unknown {
  switch (request.kind) {
    case 'check':
      return check(request.asked, shipped);
    case 'simulate':
      return simulate(request.asked, shipped);
    case 'runTests':
      return runTests(request.asked);
    case 'publishable':
      return publishable(request.asked, shipped);
    case 'difference':
      return differenceOf(request.asked.before, request.asked.after);
    case 'startingPoint':
      return startingPoint(request.asked.point);
    default:
      return unreachable(request);
  }
}

/** A path of the company's own is a content's, so that it never hides a shipped one. */
const catalogOf = (shipped: PromptCatalog, { prompts }: JobCompany): PromptCatalog => ({
  ...prompts,
  ...shipped,
});

const isError = ({ severity }: ProblemView): boolean => severity === 'error';

function check({ document, company }: Jobs['check']['asked'], shipped: PromptCatalog): CheckView {
  const { problems } = checkScenario(document, catalogOf(shipped, company), company.surroundings);
  return { problems, exploration: null };
}

function simulate(
  { document, given, company }: Jobs['simulate']['asked'],
  shipped: PromptCatalog,
): SimulationView {
  const catalog = catalogOf(shipped, company);
  const { problems, doc } = checkScenario(document, catalog, company.surroundings);
  return simulated(doc, problems, given, catalog, company);
}

function runTests(_asked: Jobs['runTests']['asked']): TestRunView {
  return { results: [], coverage: {} };
}

function publishable(
  asked: Jobs['publishable']['asked'],
  shipped: PromptCatalog,
): Jobs['publishable']['answer'] {
  const catalog = catalogOf(shipped, asked.company);
  const { problems, doc } = checkScenario(asked.document, catalog, asked.company.surroundings);
  if (doc === undefined || problems.some(isError))
    return { problems, tests: { results: [], coverage: {} }, version: null };
  const tests = runTests(asked);
  const passed = tests.results.every((result) => result.passed);
  return { problems, tests, version: passed ? versionOf(doc, catalog, asked.document) : null };
}
