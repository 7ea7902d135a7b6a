import type { CallEvent } from '../../contracts/call/event.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import { createProgram, type Program } from '../engine/program.ts';
import type { StepResult } from '../engine/result.ts';
import { start } from '../engine/start.ts';
import { resume, step } from '../engine/step.ts';
import type { FarEvent } from './far-end.ts';
import { comingOf, type Surroundings } from './surroundings.ts';
import { delayOf } from './timing.ts';

/** Hears of everything in order. */
export type Listener = {
  result(result: StepResult, at: number): void;
  event(event: FarEvent, at: number): void;
};

export type RunInput = {
  scenario: CompiledScenario;
  at: number;
  call: { caller: string; called: string };
  seed: number;
  around: Surroundings;
};
/** How far a call came. `waiting`: the verb for which somebody has to decide. */
export type RunEnd = { result: StepResult; at: number; waiting?: Verb };

type Timed = { at: number; event: FarEvent };
type Run = {
  input: RunInput;
  program: Program;
  /** By hash; what the call began with has none. */
  versions: Map<string | undefined, CompiledScenario>;
  result: StepResult;
  at: number;
  open: Verb[];
  coming: Timed[];
  turn: number;
};

/** More than the engine's own limits let a call have. */
const MAX_TURNS = 20_000;

/** Runs a call on a virtual clock until it is over or waits for a decision that nobody takes. */
export function runCall(input: RunInput, listener: Listener): RunEnd {
  const { scenario, at, call, seed } = input;
  const program = createProgram();
  const result = start(program, { entryPart: scenario.entryPart, at, call, seed });
  const versions = new Map<string | undefined, CompiledScenario>([[undefined, scenario]]);
  const run: Run = { input, program, versions, result, at, open: [], coming: [], turn: 0 };
  for (; run.turn < MAX_TURNS; run.turn += 1) {
    take(run, listener);
    if (run.result.ended !== undefined) break;
    if (run.result.load !== undefined) {
      if (!load(run, run.result.load)) break;
      continue;
    }
    const next = nextEvent(run);
    if (next === undefined || 'kind' in next) {
      return { result: run.result, at: run.at, ...(next === undefined ? {} : { waiting: next }) };
    }
    run.at = Math.max(run.at, next.at);
    listener.event(next.event, run.at);
    run.result = step(program, run.result.snapshot, {
      ...next.event,
      id: `sim:${run.turn}`,
      at: run.at,
    } as CallEvent);
  }
  return { result: run.result, at: run.at };
}

function load(run: Run, part: string): boolean {
  const { snapshot } = run.result;
  const found = versionOf(run)?.parts[part];
  if (found === undefined) return false;
  run.program.version(snapshot.scenario).add(found);
  run.result = resume(run.program, snapshot, run.at);
  return true;
}

const versionOf = (run: Run): CompiledScenario | undefined => run.versions.get(run.result.snapshot.scenario);

function take(run: Run, listener: Listener): void {
  listener.result(run.result, run.at);
  for (const verb of run.result.verbs) {
    if (verb.kind === 'cancelDial') {
      run.open = run.open.filter(({ verb: number }) => number !== verb.dial);
      run.coming = run.coming.filter(({ event }) => !('verb' in event) || event.verb !== verb.dial);
    } else if (verb.kind === 'stop') {
      run.open = run.open.filter(({ kind }) => kind !== 'play' && kind !== 'collect' && kind !== 'record');
      run.coming = run.coming.filter(({ event }) => !SOUNDS.has(event.type));
    } else {
      run.open.push(verb);
    }
  }
}

const SOUNDS: ReadonlySet<FarEvent['type']> = new Set(['played', 'collected', 'recorded']);

/** What happens next: what is on its way, else what an open verb leads to, else a deadline of the call. */
function nextEvent(run: Run): Timed | Verb | undefined {
  while (run.coming.length === 0) {
    const verb = run.open.shift();
    const scenario = versionOf(run);
    if (verb === undefined || scenario === undefined) break;
    const { events, open } = comingOf(run.input.around, verb, run.at, scenario);
    if (verb.kind === 'findScenario') remember(run, verb.scenario);
    if (events === 'waits' || open === true) run.open.unshift(verb);
    if (events === 'waits') return verb;
    for (const event of events) run.coming.push({ at: run.at + delayOf(verb, event), event });
  }
  const earliest = Math.min(...run.coming.map(({ at }) => at));
  const due = dueBefore(run, earliest);
  if (due !== undefined) return due;
  const index = run.coming.findIndex(({ at }) => at === earliest);
  return index < 0 ? undefined : run.coming.splice(index, 1)[0];
}

function remember(run: Run, id: string): void {
  const found = run.input.around.options.scenarioOf?.(id);
  if (found !== undefined) run.versions.set(found.hash, found.compiled);
}

function dueBefore(run: Run, earliest: number): Timed | undefined {
  const [first] = [...run.result.snapshot.deadlines].sort((left, right) => left.dueAt - right.dueAt);
  if (first === undefined || first.dueAt >= earliest) return undefined;
  const { id, generation, dueAt } = first;
  return { at: dueAt, event: { type: 'deadline', deadline: id, generation } };
}
