import type { CallEvent } from '../../contracts/call/event.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { HttpRequest, SwitchVerb } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import type { CallId, ScenarioHash } from '../../contracts/ids.ts';
import { type Program, resume, type StepResult, start, step } from '../../ivr-scenarios/index.ts';
import { localReads } from './activities.ts';
import { answerRequest, isRequest } from './answer-request.ts';
import { absorb, type CallState } from './state.ts';

/** What one or more events ask of the switch, after every question to our own side has been answered. */
export type Turn = { verbs: SwitchVerb[]; steps: StepRecord[]; fetches: HttpRequest[] };

/**
 * Runs the scenario over `events`. Requests (calendars, texts, other scenarios) and parts that are not loaded yet are answered here, in
 * the same workflow task, so that all verbs of the turn leave in one write to the switch.
 */
export async function runTurn(
  program: Program,
  state: CallState,
  input: CallInput,
  events: readonly CallEvent[],
): Promise<Turn> {
  const turn: Turn = { verbs: [], steps: [], fetches: [] };
  for (const event of events) {
    if (state.outcome !== undefined) break;
    await follow(program, state, input, await firstResult(program, state, input, event), turn);
  }
  return turn;
}

async function firstResult(
  program: Program,
  state: CallState,
  input: CallInput,
  event: CallEvent,
): Promise<StepResult> {
  if (state.snapshot !== undefined) return step(program, state.snapshot, event);
  const { entryPart, part } = await localReads.loadPart({ scenario: input.scenario });
  program.add(part);
  const begun = start(program, {
    entryPart,
    at: event.at,
    call: { called: input.called, caller: input.caller },
    seed: seedOf(input.call),
  });
  if (event.type === 'arrived') return begun;
  // The caller may be gone before the first turn: the arrival and the hang-up came in one batch.
  return step(program, begun.snapshot, event);
}

async function follow(
  program: Program,
  state: CallState,
  input: CallInput,
  first: StepResult,
  turn: Turn,
): Promise<void> {
  const results = [first];
  for (let result = results.shift(); result !== undefined; result = results.shift()) {
    turn.steps.push(...absorb(state, result));
    if (result.load !== undefined) {
      // After `toScenario` the call is in another version, of which the snapshot holds the hash.
      const hash = result.snapshot.scenario;
      const scenario = (hash ?? input.scenario) as ScenarioHash;
      const { part } = await localReads.loadPart({ scenario, part: result.load });
      program.version(hash).add(part);
      results.push(resume(program, result.snapshot, Date.now()));
    }
    for (const verb of result.verbs) {
      if (verb.kind === 'httpRequest') {
        turn.fetches.push(verb);
      } else if (isRequest(verb)) {
        const scenario = (state.snapshot?.scenario ?? input.scenario) as ScenarioHash;
        const answered = await answerRequest(input, scenario, verb);
        results.push(step(program, state.snapshot ?? result.snapshot, answered));
      } else {
        turn.verbs.push(verb);
      }
    }
  }
}

/** The first 32 random bits of the call's own uuid: what `split` and `random` decide is the same in every replay. */
const seedOf = (call: CallId): number => Number.parseInt(call.slice(0, 8), 16);
