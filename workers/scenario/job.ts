import type { StartingPoint } from '../../api/scenario/workbench.ts';
import type {
  CheckView,
  DifferenceView,
  ProblemView,
  SimulationView,
  TestRunView,
} from '../../contracts/api/scenarios.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import type { LintSurroundings } from '../../contracts/scenario/problem.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import type { SimulationExpect, SimulationGiven } from '../../contracts/scenario/simulation.ts';
import type { CompanyHours } from './company-hours.ts';

export type TestCase = { id: string; name: string; given: SimulationGiven; expect: SimulationExpect };

/** Versions of other scenarios to which calls may go over, by the id of the scenario. */
export type LinkedScenarios = Record<string, { hash: string; compiled: CompiledScenario }>;

/** What a company has beside the document. `prompts` are its own, without the shipped ones: the thread has those. */
export type JobCompany = {
  prompts: PromptCatalog;
  surroundings: LintSurroundings;
  hours: CompanyHours;
  linked: LinkedScenarios;
};

export type CompiledVersion = { hash: string; parts: Record<string, unknown> };

/** What the thread can do, by name: what goes in and what comes out. Plain data, for it is copied both ways. */
export type Jobs = {
  check: { asked: { document: unknown; explore: boolean; company: JobCompany }; answer: CheckView };
  simulate: {
    asked: { document: unknown; given: SimulationGiven; company: JobCompany };
    answer: SimulationView;
  };
  runTests: { asked: { document: unknown; tests: TestCase[]; company: JobCompany }; answer: TestRunView };
  publishable: {
    asked: { document: unknown; tests: TestCase[]; company: JobCompany };
    answer: { problems: ProblemView[]; tests: TestRunView; version: CompiledVersion | null };
  };
  difference: { asked: { before: unknown; after: unknown }; answer: DifferenceView };
  startingPoint: { asked: { point: StartingPoint }; answer: unknown };
};
export type JobKind = keyof Jobs;

export type Request = { [K in JobKind]: { kind: K; asked: Jobs[K]['asked'] } }[JobKind];
/** `overflow`: the document is nested or linked beyond what a stack holds. `failed`: a fault of ours, by its kind. */
export type Reply = { ok: true; value: unknown } | { ok: false; why: 'overflow' | 'failed'; name: string };
