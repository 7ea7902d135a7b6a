import type { CallEvent } from '../../contracts/call/event.ts';
import type { Outcome } from '../../contracts/call/outcome.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { Block } from '../../contracts/scenario/block.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import { createProgram, type Program } from '../engine/program.ts';
import type { StepResult } from '../engine/result.ts';
import type { ScenarioSnapshot } from '../engine/snapshot.ts';
import { start } from '../engine/start.ts';
import { step } from '../engine/step.ts';
import { asEvent, type Happening, happenings, IDLE_AFTER_MS, interventions, type World } from './events.ts';
import { type Liveness, livenessOf } from './liveness.ts';
import { type Matter, matterOf } from './matter.ts';
import { type Effect, type End, effectOf, NOTHING } from './reached.ts';
import { keyOf, keyOfAnyTry, reduced } from './state-key.ts';
import { numbersFor } from './values.ts';
import { walkable } from './walkable.ts';

/** A way from one state to the next; `to` undefined: the call is over. */
export type Edge = {
  to: number | undefined;
  ms: number;
  sounds: number;
  by: Happening['by'];
  /** Blocks entered on the way, `part/block`. */
  entered: readonly string[];
  effect: Effect;
  /** Where the call is over: how, as far as the engine knows that has reached nothing. */
  end?: End;
};

/** A state in which calls wait: where, at which try, and where it goes on. */
export type WalkedState = { place: string; tries: number; asks: boolean; edges: Edge[] };

export type Walk = {
  complete: boolean;
  states: readonly WalkedState[];
  /** States in which calls begin. */
  begins: readonly Edge[];
  entered: ReadonlySet<string>;
  /** `part/block>outcome`. */
  left: ReadonlySet<string>;
};

export type WalkLimits = {
  /** States looked at. */
  states: number;
  /** Asked now and then; true ends the walk. */
  outOfTime: () => boolean;
};

type Open = { snapshot: ScenarioSnapshot; verb: Verb | undefined; at: number; state: WalkedState };

/** How many events are taken between two looks at the clock. */
const EVENTS_PER_LOOK = 50;

/**
 * Walks every way that a call can go: each state once, by each event that can complete what it waits for, with the
 * engine that runs the calls.
 */
export function walk(scenario: CompiledScenario, limits: WalkLimits): Walk {
  const { parts, chance } = walkable(scenario);
  const matter = matterOf(scenario);
  const program = createProgram([...parts]);
  const world: World = { matter, calendars: scenario.calendars };
  const liveness = livenessOf(scenario);
  const seen = createSeen(program, matter, liveness);
  const waysOut = createWaysOut();
  const begins = beginnings(matter).map(({ caller, called }) => {
    const input = { entryPart: scenario.entryPart, at: 0, call: { caller, called } };
    return seen.take(start(program, input), { at: 0, ms: 0, by: 'itself' }, undefined, chance);
  });
  let complete = numbersFor(matter.get('caller'), '').all && numbersFor(matter.get('called'), '').all;
  let events = 0;
  let nextLook = EVENTS_PER_LOOK;
  for (let next = seen.next(); next !== undefined; next = seen.next()) {
    const from: Open = next;
    const block = blockOf(program, from.snapshot);
    if (block === undefined) continue;
    const waiting = { ...from, block, chance: chance.has(from.state.place) };
    const { list, all } = happenings(waiting, world);
    complete &&= all;
    const handled = scenario.parts[scenario.entryPart]?.onHungUp !== undefined;
    if (!handled && from.snapshot.status === 'running') from.state.edges.push(HANGS_UP);
    const left = waysOut(keyOfAnyTry(from.snapshot, matter, liveness));
    for (const happening of [...list, ...interventions(from.snapshot, scenario)]) {
      const way = JSON.stringify({ ...happening.event, verb: 0 });
      const taken = left.get(way);
      if (taken !== undefined) {
        from.state.edges.push({ ...taken, ms: happening.ms });
        continue;
      }
      const idle = happening.event.type === 'idle';
      const at = from.at + (idle ? IDLE_AFTER_MS : 0);
      events += 1;
      const event: CallEvent = asEvent(happening.event, `walk:${events}`, at);
      const result = step(program, from.snapshot, event);
      if (result.snapshot === from.snapshot) continue;
      const edge = seen.take(result, { at, ms: happening.ms, by: happening.by }, from, chance);
      from.state.edges.push(edge);
      const leaves = edge.entered.length > 0 && !isRetry(from.snapshot, result.snapshot);
      if (leaves && happening.by === 'input') left.set(way, edge);
    }
    const look = events >= nextLook;
    if (look) nextLook = events + EVENTS_PER_LOOK;
    if (seen.states.length > limits.states || (look && limits.outOfTime())) {
      return { ...seen, begins, complete: false };
    }
  }
  return { ...seen, begins, complete };
}

/** The caller, where no handler of the scenario cares. */
const HANGS_UP: Edge = {
  to: undefined,
  ms: 0,
  sounds: 0,
  by: 'outside',
  entered: [],
  effect: { rank: NOTHING, clears: false },
  end: { outcome: 'client/caller-hung-up', natural: true },
};

/** Inputs that leave a block, by what they are, whichever try it was. */
function createWaysOut(): (key: string) => Map<string, Edge> {
  const known = new Map<string, Map<string, Edge>>();
  return (key) => {
    const ways = known.get(key) ?? new Map<string, Edge>();
    known.set(key, ways);
    return ways;
  };
}

function beginnings(matter: Matter): { caller: string; called: string }[] {
  const callers = numbersFor(matter.get('caller'), '07012345678').values;
  const numbers = numbersFor(matter.get('called'), '15880000').values;
  return callers.flatMap((caller) => numbers.map((called) => ({ caller, called })));
}

function blockOf(program: Program, { frames }: ScenarioSnapshot): Block | undefined {
  const frame = frames.at(-1);
  return frame === undefined ? undefined : program.part(frame.part)?.blocks[frame.block];
}

type Taken = { at: number; ms: number; by: Happening['by'] };

function createSeen(program: Program, matter: Matter, liveness: Liveness) {
  const states: WalkedState[] = [];
  const known = new Map<string, number>();
  const open: Open[] = [];
  const entered = new Set<string>();
  const left = new Set<string>();
  let taken = 0;

  /** Blocks that were entered; the others of the records were only left. */
  const note = (
    records: readonly StepRecord[],
    from: ScenarioSnapshot | undefined,
    retry: boolean,
  ): string[] => {
    const first = from?.nextStep ?? 0;
    const places = records.flatMap(({ block, seq }) =>
      block.startsWith('engine/') || seq < first ? [] : [block],
    );
    for (const place of places) entered.add(place);
    // Asked again, a block notes why; it is not left by that.
    for (const { block, outcome } of retry ? [] : records) {
      if (outcome !== undefined) left.add(`${block}>${outcome}`);
    }
    return places;
  };

  const indexOf = (result: StepResult, at: number): number => {
    const snapshot = reduced(result.snapshot, matter);
    const key = keyOf(snapshot, matter, liveness);
    const before = known.get(key);
    if (before !== undefined) return before;
    const frame = snapshot.frames.at(-1);
    const block = blockOf(program, snapshot);
    const state: WalkedState = {
      place: frame === undefined ? '' : `${frame.part}/${frame.block}`,
      tries: (frame?.tries ?? 0) + 1,
      asks: block?.type === 'menu' || block?.type === 'collect',
      edges: [],
    };
    const { awaiting } = snapshot;
    const verb = result.verbs.find((issued) => issued.verb === awaiting?.verb);
    states.push(state);
    open.push({ snapshot, verb, at, state });
    known.set(key, states.length - 1);
    return states.length - 1;
  };

  return {
    states,
    entered,
    left,
    next: (): Open | undefined => {
      taken += 1;
      return open[taken - 1];
    },
    take: (result: StepResult, how: Taken, from: Open | undefined, chance: ReadonlySet<string>): Edge => {
      const before = from?.snapshot;
      const places = note(result.steps, before, isRetry(before, result.snapshot));
      const sounds = result.verbs.filter(({ kind }) => kind === 'play' || kind === 'collect').length;
      const silent = places.filter((place) => chance.has(place)).length;
      const { ended } = result;
      const dials = result.verbs.some(({ kind }) => kind === 'dial');
      return {
        to: ended === undefined ? indexOf(result, how.at) : undefined,
        ms: how.ms,
        sounds: Math.max(0, sounds - silent),
        by: how.by,
        entered: places,
        effect: effectOf(result.snapshot, dials),
        ...(ended === undefined ? {} : { end: endOf(program, result.snapshot, ended) }),
      };
    },
  };
}

/** A hang-up block without an outcome of its own leaves it to what was reached. */
function endOf(program: Program, snapshot: ScenarioSnapshot, { result, reason }: Outcome): End {
  const block = snapshot.closing === undefined ? blockOf(program, snapshot) : undefined;
  const natural = block?.type === 'hangup' && block.outcome === undefined;
  return { outcome: `${result}/${reason}`, natural };
}

function isRetry(before: ScenarioSnapshot | undefined, after: ScenarioSnapshot): boolean {
  const from = before?.frames.at(-1);
  const to = after.frames.at(-1);
  return (
    from !== undefined &&
    to !== undefined &&
    before?.frames.length === after.frames.length &&
    from.part === to.part &&
    from.block === to.block &&
    to.tries === from.tries + 1
  );
}
