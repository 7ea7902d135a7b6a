import type { Outcome } from '../../contracts/call/outcome.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import type { SimulatedInput } from './far-end.ts';
import { type Listener, runCall } from './run-call.ts';
import { happened, heard } from './transcript.ts';

/** A call as text: what the caller heard and did, the blocks that it passed, and how it ended. */
export type Simulation = {
  lines: string[];
  path: string[];
  verbs: Verb[];
  steps: StepRecord[];
  /** Absent if the inputs led nowhere within the engine's own limits, which would be a bug. */
  outcome?: Outcome;
};

const START_AT = Date.UTC(2026, 2, 3, 1, 0, 0);

/**
 * Runs a whole call without a telephone. Inputs are taken in order by what waits for a decision, calendars included;
 * when they are used up, nobody does anything any more. `simulateCall` is the same for people.
 */
export function simulate(
  scenario: CompiledScenario,
  inputs: SimulatedInput[],
  catalog: PromptCatalog = {},
): Simulation {
  const simulation: Simulation = { lines: [], path: [], verbs: [], steps: [] };
  const around = {
    inputs: [...inputs],
    http: [],
    hours: undefined,
    hoursAreInputs: true,
    options: { afterInputs: 'goOn' as const },
  };
  const call = { called: '15880000', caller: '07012345678' };
  runCall({ scenario, at: START_AT, call, seed: 1, around }, writer(simulation, catalog));
  return simulation;
}

function writer(simulation: Simulation, catalog: PromptCatalog): Listener {
  const seqs = new Map<number, StepRecord>();
  const write = (line: string | undefined): void => {
    if (line !== undefined) simulation.lines.push(line);
  };
  return {
    result: (result) => {
      for (const record of result.steps) seqs.set(record.seq, record);
      simulation.steps = [...seqs.values()].sort((left, right) => left.seq - right.seq);
      simulation.path = simulation.steps.map((record) => record.block);
      for (const verb of result.verbs) {
        simulation.verbs.push(verb);
        write(heard(verb, catalog));
      }
      if (result.ended === undefined) return;
      simulation.outcome = result.ended;
      write(`outcome: ${result.ended.result}/${result.ended.reason}`);
    },
    event: (event) => {
      const secret = simulation.verbs.some(
        (verb) => verb.kind === 'collect' && verb.secret && 'verb' in event && event.verb === verb.verb,
      );
      write(happened(event, secret));
    },
  };
}
