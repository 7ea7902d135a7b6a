import type { CheckView, ProblemView, TestRunView } from '../../contracts/api/scenarios.ts';
import { unreachable } from '../../contracts/errors.ts';
import type { Scenario } from '../../contracts/scenario/document.ts';
import {
  type Checked,
  checkScenario,
  compileScenario,
  differenceOf,
  explorationProblems,
  exploreScenario,
  type PromptCatalog,
} from '../../ivr-scenarios/authoring.ts';
import type { JobCompany, Jobs, Request } from './job.ts';
import { NO_TESTS } from './nothing.ts';
import { notRun, ran } from './run-tests.ts';
import { simulated } from './simulated.ts';
import { startingPoint } from './starting-point.ts';
import { triedAllTheSame, withStandIns } from './unvoiced.ts';
import { versionOf } from './version.ts';

/** Longer than this an author does not wait for the walk of all paths; what was not walked is said. */
const EXPLORED_MS = 2_000;

/** What a job needs beside its document: the prompts that come with the product, and a clock, ms. */
export type JobParts = { shipped: PromptCatalog; now: () => number };

/** Does one job. Its answer depends on the time only where a walk of all paths is cut short. */
export function doJob(request: Request, parts: JobParts): unknown {
  switch (request.kind) {
    case 'check':
      return check(request.asked, parts);
    case 'simulate': {
      const { document, given, company } = request.asked;
      const found = read(document, company, parts);
      const { doc, catalog } = runnable(found) ?? { catalog: {} };
      return simulated(doc, found.problems, given, catalog, company);
    }
    case 'runTests':
      return runTests(request.asked, parts);
    case 'publishable':
      return publishable(request.asked, parts);
    case 'difference':
      return differenceOf(request.asked.before, request.asked.after);
    case 'startingPoint':
      return startingPoint(request.asked.point);
    default:
      return unreachable(request);
  }
}

type Read = Checked & { catalog: PromptCatalog };

/** A path of the company's own is a content's, so that it never hides a shipped one. */
function read(document: unknown, { prompts, surroundings }: JobCompany, { shipped }: JobParts): Read {
  const catalog = { ...prompts, ...shipped };
  return { ...checkScenario(document, catalog, surroundings), catalog };
}

const isError = ({ severity }: ProblemView): boolean => severity === 'error';

function check({ document, explore, company }: Jobs['check']['asked'], parts: JobParts): CheckView {
  const found = read(document, company, parts);
  return explore ? explored(found, parts) : { problems: found.problems, exploration: null };
}

/** A document with the catalog in which calls can be run through it: texts that only lack a voice have stand-ins. */
function runnable({ problems, doc, catalog }: Read): { doc: Scenario; catalog: PromptCatalog } | undefined {
  if (doc === undefined || problems.some((problem) => isError(problem) && !triedAllTheSame(problem)))
    return undefined;
  return { doc, catalog: problems.some(isError) ? withStandIns(doc, catalog) : catalog };
}

/** Walks all paths of a document; what the walk finds comes after what the linter found. */
function explored(found: Read, { now }: JobParts): CheckView {
  const { problems } = found;
  const run = runnable(found);
  if (run === undefined) return { problems, exploration: null };
  const until = now() + EXPLORED_MS;
  const scenario = compileScenario(run.doc, run.catalog);
  const exploration = exploreScenario(scenario, { outOfTime: () => now() > until });
  return { problems: [...problems, ...explorationProblems(exploration)], exploration };
}

function runTests({ document, tests, company }: Jobs['runTests']['asked'], parts: JobParts): TestRunView {
  const found = read(document, company, parts);
  const run = runnable(found);
  if (run === undefined) return notRun(tests, found.problems.find(isError)?.message ?? '');
  return ran(compileScenario(run.doc, run.catalog), tests, run.catalog, company);
}

function publishable(
  { document, tests, company }: Jobs['publishable']['asked'],
  parts: JobParts,
): Jobs['publishable']['answer'] {
  const found = read(document, company, parts);
  const { doc, catalog } = found;
  const { problems } = explored(found, parts);
  if (doc === undefined || problems.some(isError)) return { problems, tests: NO_TESTS, version: null };
  const run = ran(compileScenario(doc, catalog), tests, catalog, company);
  const passed = run.results.every((result) => result.passed);
  return { problems, tests: run, version: passed ? versionOf(doc, catalog, document) : null };
}
