import type { CallEvent } from '../../contracts/call/event.ts';
import type { CompiledScenario, ScenarioPart } from '../../contracts/scenario/part.ts';
import {
  createProgram,
  type Program,
  resume,
  type ScenarioSnapshot,
  start,
  step,
} from '../../ivr-scenarios/index.ts';

/** A whole call in the engine: how long each event took, and what it needed. */
export type Driven = {
  readonly stepMs: readonly number[];
  readonly loaded: readonly ScenarioPart[];
  readonly snapshot: ScenarioSnapshot;
  readonly program: Program;
};

/** Calls of the large scenario end long before. */
const MOST_EVENTS = 500;

/**
 * Takes a call the long way: key 2 in every menu, four keys in every input, every prompt to its end.
 * @param clock ms
 * @param version of a published scenario, whose parts all calls of a worker share; absent: the call has its own
 */
export function driveCall(scenario: CompiledScenario, clock: () => number, version?: string): Driven {
  const program = createProgram([], version);
  const loaded: ScenarioPart[] = [];
  const stepMs: number[] = [];
  const call = { called: '15880000', caller: '07012345678' };
  let at = 1_000_000;
  let result = start(program, { entryPart: scenario.entryPart, at, call });
  for (let count = 0; count < MOST_EVENTS && result.ended === undefined; count += 1) {
    at += 1_000;
    const part = result.load === undefined ? undefined : scenario.parts[result.load];
    if (part !== undefined) {
      // Each call reads its parts from its own history.
      program.add(JSON.parse(JSON.stringify(part)) as ScenarioPart);
      program.machine(part.id);
      loaded.push(part);
      result = resume(program, result.snapshot, at);
      continue;
    }
    const event = nextEvent(result.snapshot, `bench:${count}`, at);
    if (event === undefined) break;
    const began = clock();
    result = step(program, result.snapshot, event);
    stepMs.push(clock() - began);
  }
  return { stepMs, loaded, snapshot: result.snapshot, program };
}

function nextEvent({ awaiting, frames }: ScenarioSnapshot, id: string, at: number): CallEvent | undefined {
  if (awaiting === undefined) return undefined;
  const { verb } = awaiting;
  if (awaiting.kind === 'play') return { type: 'played', id, at, verb, result: 'completed' };
  const digits = frames.at(-1)?.open?.blockType === 'collect' ? '1234' : '2';
  return { type: 'collected', id, at, verb, result: 'digits', digits };
}
