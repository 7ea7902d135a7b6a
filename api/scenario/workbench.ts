import type { Actor } from '../../contracts/api/actor.ts';
import type {
  CheckView,
  DifferenceView,
  ProblemView,
  SimulationView,
  STARTING_POINTS,
  TestRunView,
} from '../../contracts/api/scenarios.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import type { SimulationExpect, SimulationGiven } from '../../contracts/scenario/simulation.ts';

/** Whose prompts, hosts, numbers and scenarios a document may name. */
export type BenchCompany = { actor: Actor; tenant: TenantId };

export type ScenarioTestCase = { id: string; name: string; given: SimulationGiven; expect: SimulationExpect };

export type StartingPoint = (typeof STARTING_POINTS)[number];

/** `version` is null when a problem is an error or a test failed; nothing may be published then. */
export type Publishable = {
  problems: ProblemView[];
  tests: TestRunView;
  version: { hash: ScenarioHash; parts: Readonly<Record<string, unknown>> } | null;
};

/**
 * What is done with documents, which anybody may have written: away from the thread that answers, within limits of time
 * and memory. Each function throws `scenario/runaway` when a document needs more, and never anything else of the document's.
 */
export type Workbench = {
  /** Everything that is wrong with a document; `explore`: every path is walked too. */
  check(company: BenchCompany, document: unknown, explore: boolean): Promise<CheckView>;
  simulate(company: BenchCompany, document: unknown, given: SimulationGiven): Promise<SimulationView>;
  runTests(
    company: BenchCompany,
    document: unknown,
    tests: readonly ScenarioTestCase[],
  ): Promise<TestRunView>;
  publishable(
    company: BenchCompany,
    document: unknown,
    tests: readonly ScenarioTestCase[],
  ): Promise<Publishable>;
  /** Block by block, for people. */
  difference(before: unknown, after: unknown): Promise<DifferenceView>;
  startingPoint(point: StartingPoint): Promise<unknown>;
};
