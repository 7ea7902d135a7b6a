import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import type { SimulationExpect, SimulationGiven } from '../../contracts/scenario/simulation.ts';
import { type SimulatedCall, simulateCall } from '../simulate/simulate-call.ts';
import type { SimulationOptions } from '../simulate/surroundings.ts';

/** A test of a scenario as data: everything that a call depends on, and what has to come of it. */
export type ScenarioTest = { given: SimulationGiven; expect: SimulationExpect };

/** Where a call went another way first. `null`: there was nothing (more). */
export type FirstDifference = {
  what: 'path' | 'prompts' | 'outcome';
  expected: string | null;
  got: string | null;
};
export type TestRun = { passed: boolean; difference: FirstDifference | null; call: SimulatedCall };

/** Texts of the wire are this long at most. */
const MAX_LINE = 2_000;
const MAX_PROMPTS = 300;
const MAX_PATH = 500;

/**
 * Makes a test of a call that was simulated: the same surroundings must lead the same way again. `null` while the call
 * waits for somebody, since its end is not known.
 */
export function recordTest(given: SimulationGiven, call: SimulatedCall): ScenarioTest | null {
  if (call.outcome === null) return null;
  const expect = {
    prompts: heardIn(call).slice(0, MAX_PROMPTS),
    path: pathOf(call).slice(0, MAX_PATH),
    outcome: call.outcome,
  };
  return { given, expect };
}

/** Runs a test against a version of the scenario. What the test does not name is not compared. */
export function runTest(
  { given, expect }: ScenarioTest,
  scenario: CompiledScenario,
  catalog: PromptCatalog,
  options: SimulationOptions = {},
): TestRun {
  const call = simulateCall(scenario, given, catalog, { ...options, afterInputs: 'stop' });
  const difference =
    firstOf('path', expect.path, pathOf(call), MAX_PATH) ??
    firstOf('prompts', expect.prompts, heardIn(call), MAX_PROMPTS) ??
    outcomeDifference(expect, call);
  return { passed: difference === null, difference, call };
}

const pathOf = ({ path }: SimulatedCall): string[] => path.map(({ place }) => place);

const heardIn = ({ lines }: SimulatedCall): string[] =>
  lines.flatMap(({ kind, text }) => (kind === 'heard' || kind === 'asked' ? [text.slice(0, MAX_LINE)] : []));

function firstOf(
  what: 'path' | 'prompts',
  expected: readonly string[] | undefined,
  got: readonly string[],
  most: number,
): FirstDifference | null {
  if (expected === undefined) return null;
  const length = Math.min(most, Math.max(expected.length, got.length));
  for (let index = 0; index < length; index += 1) {
    if (expected[index] === got[index]) continue;
    return { what, expected: expected[index] ?? null, got: got[index] ?? null };
  }
  return null;
}

function outcomeDifference(
  expect: SimulationExpect,
  { outcome, waiting }: SimulatedCall,
): FirstDifference | null {
  const expected = `${expect.outcome.result}/${expect.outcome.reason}`;
  // A call that waits for an input which the test does not have has not ended at all.
  const open = waiting === null ? null : `${waiting.place} (${waiting.kind} …)`;
  const got = outcome === null ? open : `${outcome.result}/${outcome.reason}`;
  return expected === got ? null : { what: 'outcome', expected, got };
}
