import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { advance } from './advance.ts';
import { setDeadline } from './deadlines.ts';
import { draftOf, resultOf } from './draft.ts';
import type { Program } from './program.ts';
import type { StepResult } from './result.ts';
import type { ScenarioSnapshot } from './snapshot.ts';

export type StartInput = {
  entryPart: string;
  at: number;
  call: { called: string; caller: string };
  /** Unsigned, 32 bits: decides `split` and `random` blocks; absent: 1. */
  seed?: number;
};

/**
 * Begins a call's scenario (the `arrived` event is this call's; `step` ignores it).
 * @param input `at`: instant of the arrival, ms
 */
export function start(program: Program, input: StartInput): StepResult {
  const draft = draftOf(program, initialSnapshot(input), input.at);
  setDeadline(draft, 'call-limit', input.at + CALL_LIMITS.callMs);
  advance(draft, { kind: 'enterPart', part: input.entryPart });
  return resultOf(draft);
}

function initialSnapshot(input: StartInput): ScenarioSnapshot {
  const { caller, called } = input.call;
  return {
    schema: 1,
    status: 'running',
    startedAt: input.at,
    nextVerb: 1,
    nextStep: 1,
    frames: [],
    variables: { caller, called },
    deadlines: [],
    nextGeneration: 1,
    held: [],
    counts: { sounds: 0, events: 0, promptsFailed: 0 },
    reached: { connected: false, messageLeft: false, informed: false },
    seen: [],
    ...(input.seed === undefined ? {} : { seed: input.seed }),
  };
}
