import type { Outcome } from '../../contracts/call/outcome.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { CallId } from '../../contracts/ids.ts';
import type { ScenarioDeadline, ScenarioSnapshot, StepResult } from '../../ivr-scenarios/index.ts';
import type { Awaited, AwaitedVerb } from './awaited.ts';

/** Everything that a call's workflow knows; plain JSON, since continue-as-new carries it. */
export type CallState = {
  snapshot?: ScenarioSnapshot;
  awaited?: Awaited | undefined;
  /** The bridge by which the caller talks to somebody now. */
  talking?: Extract<AwaitedVerb, { kind: 'bridge' }>;
  deadlines: ScenarioDeadline[];
  /** Records not yet written for good, by `seq`. */
  steps: Record<number, StepRecord>;
  stepCount: number;
  lastVerb: number;
  /** Verb number of a dial → the leg that it brought to life. */
  legs: Record<number, CallId>;
  /** Collected results that stand on the channel until the next verb takes them off. */
  forget: number[];
  /** Requests that the worker of the node is still trying to tell the switch. */
  trying: number;
  /** When the answer was ordered, ms; a call that is never answered has none. */
  answeredAt?: number;
  outcome?: Outcome;
  /** Event ids seen, for the run that continues this one. */
  seen: string[];
};

export const newCallState = (): CallState => ({
  deadlines: [],
  steps: {},
  stepCount: 0,
  lastVerb: 0,
  legs: {},
  forget: [],
  trying: 0,
  seen: [],
});

/** Takes over what a step of the scenario decided; returns the records that are new or changed. */
export function absorb(state: CallState, result: StepResult): StepRecord[] {
  state.snapshot = result.snapshot;
  state.deadlines = result.deadlines;
  for (const record of result.steps) {
    state.steps[record.seq] = record;
    state.stepCount = Math.max(state.stepCount, record.seq);
  }
  for (const verb of result.verbs) state.lastVerb = Math.max(state.lastVerb, verb.verb);
  if (result.ended !== undefined && state.outcome === undefined) state.outcome = result.ended;
  return result.steps;
}

/** When the call has to look again even if nothing happens; undefined when nothing is due ever. */
export function nextDue(state: CallState): number | undefined {
  const dues = state.deadlines.map((deadline) => deadline.dueAt);
  if (state.awaited !== undefined) dues.push(state.awaited.dueAt);
  return dues.length === 0 ? undefined : Math.min(...dues);
}
