import type { ProblemView, SimulationView } from '../../contracts/api/scenarios.ts';
import type { Scenario } from '../../contracts/scenario/document.ts';
import type { SimulationGiven } from '../../contracts/scenario/simulation.ts';
import { compileScenario, type PromptCatalog, simulate } from '../../ivr-scenarios/authoring.ts';

const NOTHING: Omit<SimulationView, 'problems'> = {
  lines: [],
  path: [],
  waiting: null,
  outcome: null,
  variables: {},
};

/** A call through a document; nothing but its problems when it has errors. */
export function simulated(
  doc: Scenario | undefined,
  problems: ProblemView[],
  given: SimulationGiven,
  catalog: PromptCatalog,
): SimulationView {
  if (doc === undefined || problems.some(({ severity }) => severity === 'error'))
    return { ...NOTHING, problems };
  const run = simulate(
    compileScenario(doc, catalog),
    given.inputs as Parameters<typeof simulate>[1],
    catalog,
  );
  return {
    ...NOTHING,
    problems,
    lines: run.lines.map((text) => ({ kind: 'happened', place: '', text, prompts: [], atMs: 0 })),
    path: run.steps.map(({ block, outcome }) => ({ place: block, outcome: outcome ?? null })),
    outcome: run.outcome ?? null,
  };
}
