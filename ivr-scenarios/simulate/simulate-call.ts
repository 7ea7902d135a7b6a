import type { Outcome } from '../../contracts/call/outcome.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import type {
  SimulationGiven,
  SimulationLine,
  SimulationWaiting,
} from '../../contracts/scenario/simulation.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { createNarrator } from './narrator.ts';
import { runCall } from './run-call.ts';
import type { SimulationOptions } from './surroundings.ts';

/** A simulated call, whole or as far as its inputs go. */
export type SimulatedCall = {
  lines: SimulationLine[];
  /** Blocks in the order in which they were entered, with the outcome by which each was left; null: the call is in it. */
  path: { place: string; outcome: string | null }[];
  /** What the next input decides; null: the call is over. */
  waiting: SimulationWaiting | null;
  outcome: Outcome | null;
  /** As they are at the end, secret ones too: whoever shows them hides those. */
  variables: Record<string, Value>;
  /** Records of the call's story, what the engine did by itself included. */
  steps: StepRecord[];
  verbs: Verb[];
  /** From the arrival to the end, ms. */
  durationMs: number;
};

/**
 * Runs a whole call without a telephone, on a clock of its own: prompts, ring times and waits take their time, nothing
 * is waited for. The same again gives the same call.
 * @param scenario the compiled version; other scenarios of the company come by `options.scenarioOf`
 * @param catalog what the prompts say
 */
export function simulateCall(
  scenario: CompiledScenario,
  given: SimulationGiven,
  catalog: PromptCatalog,
  options: SimulationOptions = {},
): SimulatedCall {
  const at = Date.parse(given.at);
  const narrator = createNarrator(catalog, at);
  const end = runCall(
    {
      scenario,
      at,
      call: { caller: given.caller, called: given.called },
      seed: given.seed,
      around: {
        inputs: [...given.inputs],
        http: [...given.http],
        hours: given.hours,
        hoursAreInputs: false,
        options,
      },
    },
    narrator,
  );
  const { snapshot } = end.result;
  const { lines, verbs, steps } = narrator.told();
  return {
    lines,
    verbs,
    steps,
    path: steps.flatMap(({ block, blockType, outcome = null }) =>
      blockType === 'engine' ? [] : [{ place: block, outcome }],
    ),
    waiting: end.waiting === undefined ? null : waitingOf(end.waiting, narrator.place()),
    outcome: snapshot.outcome ?? null,
    variables: snapshot.variables,
    durationMs: end.at - at,
  };
}

const KINDS: Partial<Record<Verb['kind'], SimulationWaiting['kind']>> = {
  collect: 'keys',
  dial: 'dial',
  record: 'record',
  sendMessage: 'text',
  httpRequest: 'http',
};

const waitingOf = (verb: Verb, place: string): SimulationWaiting => ({
  place,
  kind: KINDS[verb.kind] ?? 'time',
  secret: verb.kind === 'collect' && verb.secret,
});
