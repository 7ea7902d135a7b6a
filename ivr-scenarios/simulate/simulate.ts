import type { CallEvent } from '../../contracts/call/event.ts';
import type { Outcome } from '../../contracts/call/outcome.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { createProgram } from '../engine/program.ts';
import type { StepResult } from '../engine/result.ts';
import { start } from '../engine/start.ts';
import { resume, step } from '../engine/step.ts';
import { decides, type FarEvent, farEvents, type SimulatedInput } from './far-end.ts';
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
const TURN_MS = 2_000;
const MAX_TURNS = 5_000;

/**
 * Runs a whole call without a telephone. Inputs are taken in order by what waits for a decision; when they are used up,
 * nobody does anything any more.
 */
export function simulate(
  scenario: CompiledScenario,
  inputs: SimulatedInput[],
  catalog: PromptCatalog = {},
): Simulation {
  const program = createProgram();
  const load = (part: string): void => {
    const found = scenario.parts[part];
    if (found !== undefined) program.add(found);
  };
  const run = newRun(inputs, catalog);
  const entryPart = scenario.entryPart;
  let at = START_AT;
  const call = { called: '15880000', caller: '07012345678' };
  let result = start(program, { entryPart, at, call });
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    take(run, result);
    at += TURN_MS;
    if (result.load !== undefined) {
      load(result.load);
      result = resume(program, result.snapshot, at);
      continue;
    }
    const event = run.simulation.outcome === undefined ? nextEvent(run) : undefined;
    if (event === undefined) break;
    result = step(program, result.snapshot, { ...event, id: `sim:${turn}`, at } as CallEvent);
  }
  return run.simulation;
}

type Run = {
  inputs: SimulatedInput[];
  catalog: PromptCatalog;
  simulation: Simulation;
  seqs: Map<number, StepRecord>;
  /** Verbs whose completion is still to come, and events that are. */
  waiting: Verb[];
  coming: FarEvent[];
};

function newRun(inputs: SimulatedInput[], catalog: PromptCatalog): Run {
  const simulation: Simulation = { lines: [], path: [], verbs: [], steps: [] };
  return { inputs: [...inputs], catalog, simulation, seqs: new Map(), waiting: [], coming: [] };
}

function take(run: Run, result: StepResult): void {
  const { simulation, seqs } = run;
  for (const record of result.steps) seqs.set(record.seq, record);
  simulation.steps = [...seqs.values()].sort((left, right) => left.seq - right.seq);
  simulation.path = simulation.steps.map((record) => record.block);
  for (const verb of result.verbs) {
    simulation.verbs.push(verb);
    const line = heard(verb, run.catalog);
    if (line !== undefined) simulation.lines.push(line);
    if (verb.kind === 'cancelDial') run.coming = run.coming.filter((event) => event.type !== 'leg');
    else run.waiting.push(verb);
  }
  if (result.ended === undefined) return;
  simulation.outcome = result.ended;
  simulation.lines.push(`outcome: ${result.ended.result}/${result.ended.reason}`);
}

function nextEvent(run: Run): FarEvent | undefined {
  while (run.coming.length === 0) {
    const verb = run.waiting.shift();
    if (verb === undefined) return undefined;
    run.coming.push(...answers(run, verb));
  }
  const event = run.coming.shift();
  if (event === undefined) return undefined;
  const secret = run.simulation.verbs.some(
    (verb) => verb.kind === 'collect' && verb.secret && sameVerb(verb, event),
  );
  const line = happened(event, secret);
  if (line !== undefined) run.simulation.lines.push(line);
  return event;
}

const sameVerb = (verb: Verb, event: FarEvent): boolean => 'verb' in event && event.verb === verb.verb;

function answers(run: Run, verb: Verb): FarEvent[] {
  const next = run.inputs[0];
  const deciding = decides(verb);
  const speaks = verb.kind === 'play' || verb.kind === 'collect';
  const wanted =
    deciding ||
    next === 'hangupNow' ||
    (next === 'missing' && speaks) ||
    (next === 'mediaLost' && verb.kind === 'play');
  const usual = farEvents(verb, wanted ? next : undefined);
  if (usual.length === 0 || !wanted) return usual;
  run.inputs.shift();
  if (next === 'mediaLost') return [{ type: 'mediaLost', reason: 'channel-gone' }];
  return next === 'hangup' || next === 'hangupNow' ? [HANGS_UP] : usual;
}

const HANGS_UP: FarEvent = { type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'caller' };
