import type { Outcome } from '../../contracts/call/outcome.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb, VerbKind } from '../../contracts/call/verb.ts';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';
import type { Program } from './program.ts';
import type { StepResult } from './result.ts';
import type { Frame, Move, ScenarioSnapshot } from './snapshot.ts';

/** Work in progress on one event: a copy of the snapshot that may be changed, and what came of it so far. */
export type Draft = {
  /** Of the version that the call is in now. */
  program: Program;
  /** Instant of the event, ms: the engine's only clock. */
  readonly at: number;
  readonly state: ScenarioSnapshot;
  readonly verbs: Verb[];
  readonly steps: Map<number, StepRecord>;
  /** Blocks entered for this event. */
  entries: number;
  /** Set by a block that moves the call by itself: into a sub-scenario or out of it. */
  next?: Move;
  load?: string;
  /** The caller is gone: nothing may be issued any more. */
  gone?: { by: 'caller' | 'us' | 'peer' | 'switch' };
  /** A limit of the call was passed while issuing. */
  exceeded: boolean;
};

type Unnumbered<V> = V extends Verb ? Omit<V, 'verb'> : never;
export type VerbBody = Unnumbered<Verb>;

/** Starts work on a snapshot, which itself is never changed. */
export function draftOf(program: Program, snapshot: ScenarioSnapshot, at: number): Draft {
  const state = JSON.parse(JSON.stringify(snapshot)) as ScenarioSnapshot;
  const current = program.version(state.scenario);
  return { program: current, at, state, verbs: [], steps: new Map(), entries: 0, exceeded: false };
}

/** The result of a draft; from here on nothing of it may change. */
export function resultOf(draft: Draft): StepResult {
  const { state } = draft;
  const result: StepResult = {
    snapshot: state,
    verbs: draft.verbs,
    deadlines: state.deadlines,
    steps: [...draft.steps.values()],
  };
  if (draft.load !== undefined) result.load = draft.load;
  if (state.outcome !== undefined) result.ended = state.outcome;
  return result;
}

/** Issues a verb under the next number and returns the number. */
export function issue(draft: Draft, body: VerbBody): number {
  const verb = draft.state.nextVerb;
  draft.state.nextVerb = verb + 1;
  draft.verbs.push({ ...body, verb } as Verb);
  const open = topFrame(draft)?.open;
  if (open !== undefined && open.verb === undefined) {
    open.verb = verb;
    open.verbKind = body.kind;
    draft.steps.set(open.seq, open);
  }
  return verb;
}

/** The call now waits for the completion of this verb. */
export function awaitVerb(draft: Draft, verb: number, kind: VerbKind): void {
  draft.state.awaiting = { verb, kind, since: draft.at };
}

export function topFrame(draft: Draft): Frame | undefined {
  return draft.state.frames.at(-1);
}

/** The part that the call is in, if it is loaded. */
export function currentPart(draft: Draft): ScenarioPart | undefined {
  const frame = topFrame(draft);
  return frame === undefined ? undefined : draft.program.part(frame.part);
}

/** Ends the scenario with its one outcome; every open record is closed. */
export function finish(draft: Draft, outcome: Outcome, lastStep: string): void {
  const { state } = draft;
  state.status = 'ended';
  state.outcome = outcome;
  state.deadlines = [];
  state.held = [];
  delete state.awaiting;
  delete state.connecting;
  delete state.resumeWith;
  delete state.interlude;
  for (const frame of state.frames) {
    if (frame.open === undefined) continue;
    draft.steps.set(frame.open.seq, { ...frame.open, outcome: lastStep, leftAt: draft.at });
    delete frame.open;
  }
}
