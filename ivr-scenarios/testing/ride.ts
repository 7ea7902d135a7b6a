import type { CallEvent } from '../../contracts/call/event.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import { createProgram, type Program } from '../engine/program.ts';
import type { StepResult } from '../engine/result.ts';
import type { ScenarioSnapshot } from '../engine/snapshot.ts';
import { start } from '../engine/start.ts';
import { resume, step } from '../engine/step.ts';
import { type Aim, type EventPlan, eventOf } from './arbitrary-events.ts';

/** A call that is taken through planned events, with everything that it did. */
export type Ride = {
  events: CallEvent[];
  results: StepResult[];
  verbs: Verb[];
  steps: StepRecord[];
  snapshot: ScenarioSnapshot;
};

const BEGIN = 1_000_000;

/** Runs a call through the plans; parts are loaded when asked for. */
export function ride(scenario: CompiledScenario, plans: EventPlan[]): Ride {
  const program = createProgram();
  const events: CallEvent[] = [];
  const hash = hashOf(scenario);
  const taken = begin(scenario, program);
  let at = BEGIN;
  for (const [index, plan] of plans.entries()) {
    at += plan.dt;
    const event = eventOf(plan, `e${index}`, at, aimOf(taken, hash));
    events.push(event);
    follow(scenario, program, taken, step(program, taken.snapshot, event), at);
  }
  return { events, ...taken };
}

/** Runs a call through events that are known already. */
export function replay(scenario: CompiledScenario, events: CallEvent[]): Ride {
  const program = createProgram();
  const taken = begin(scenario, program);
  for (const event of events)
    follow(scenario, program, taken, step(program, taken.snapshot, event), event.at);
  return { events, ...taken };
}

/** Going over to another scenario leads into the same one, under a hash of its own: compiled parts are shared by it. */
function hashOf(scenario: CompiledScenario): ScenarioHash {
  let mixed = 0x811c9dc5;
  for (const char of JSON.stringify(scenario))
    mixed = Math.imul(mixed ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return mixed.toString(16).padStart(8, '0').repeat(8) as ScenarioHash;
}

type Taken = Omit<Ride, 'events'>;

function begin(scenario: CompiledScenario, program: Program): Taken {
  const call = { called: '15880000', caller: '07012345678' };
  const first = start(program, { entryPart: scenario.entryPart, at: BEGIN, call });
  const taken: Taken = { results: [], verbs: [], steps: [], snapshot: first.snapshot };
  follow(scenario, program, taken, first, BEGIN);
  return taken;
}

function follow(
  scenario: CompiledScenario,
  program: Program,
  taken: Taken,
  first: StepResult,
  at: number,
): void {
  for (let result: StepResult | undefined = first; result !== undefined; ) {
    taken.results.push(result);
    taken.verbs.push(...result.verbs);
    taken.steps.push(...result.steps);
    taken.snapshot = result.snapshot;
    const part: CompiledScenario['parts'][string] | undefined =
      result.load === undefined ? undefined : scenario.parts[result.load];
    if (part === undefined) return;
    program.version(result.snapshot.scenario).add(part);
    result = resume(program, result.snapshot, at);
  }
}

function aimOf(taken: Taken, hash: ScenarioHash): Aim {
  const { awaiting, connecting, deadlines, nextVerb } = taken.snapshot;
  const deadline = deadlines[0] ?? { id: 'none', generation: 0 };
  const verb = connecting?.dial ?? awaiting?.verb ?? nextVerb;
  return { verb, kind: connecting === undefined ? (awaiting?.kind ?? 'play') : 'dial', deadline, hash };
}
