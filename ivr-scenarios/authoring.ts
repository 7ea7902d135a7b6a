/** Working with scenario documents: reading, compiling, hashing. For the api and tools, not for workflows. */
export { Scenario, type ScenarioDraft } from '../contracts/scenario/document.ts';
export type { CompiledScenario, ScenarioPart } from '../contracts/scenario/part.ts';
export type { Problem } from '../contracts/scenario/problem.ts';
export { PromptCatalog } from '../contracts/scenario/prompt-item.ts';
export { startingPoints } from './catalog/starting-points.ts';
export { canonicalJson } from './compile/canonical-json.ts';
export { compileScenario } from './compile/compile.ts';
export { exploreScenario } from './explore/explore.ts';
export { explorationProblems } from './explore/problems.ts';
export { type Checked, checkScenario, lintScenario } from './lint/lint.ts';
export { coverageOf } from './prove/coverage.ts';
export { differenceOf } from './prove/difference.ts';
export {
  type FirstDifference,
  recordTest,
  runTest,
  type ScenarioTest,
  type TestRun,
} from './prove/scenario-test.ts';
export { type Simulation, simulate } from './simulate/simulate.ts';
export { type SimulatedCall, simulateCall } from './simulate/simulate-call.ts';
export type { SimulationOptions } from './simulate/surroundings.ts';
