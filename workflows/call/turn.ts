import type { CallEvent } from '../../contracts/call/event.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { RequestVerb, SwitchVerb, Verb } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { type Program, resume, type StepResult, start, step } from '../../ivr-scenarios/index.ts';
import { acceptText } from './accept-text.ts';
import { localReads } from './activities.ts';
import { absorb, type CallState } from './state.ts';

/** What one or more events ask of the switch, after every question to our own side has been answered. */
export type Turn = { verbs: SwitchVerb[]; steps: StepRecord[] };

/**
 * Runs the scenario over `events`. Requests (business hours, texts) and parts that are not loaded yet are answered here, in
 * the same workflow task, so that all verbs of the turn leave in one write to the switch.
 */
export async function runTurn(
  program: Program,
  state: CallState,
  input: CallInput,
  events: readonly CallEvent[],
): Promise<Turn> {
  const turn: Turn = { verbs: [], steps: [] };
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
      const { part } = await localReads.loadPart({ scenario: input.scenario, part: result.load });
      program.add(part);
      results.push(resume(program, result.snapshot, Date.now()));
    }
    for (const verb of result.verbs) {
      if (isRequest(verb)) {
        const answered = await answer(input, verb);
        results.push(step(program, state.snapshot ?? result.snapshot, answered));
      } else {
        turn.verbs.push(verb);
      }
    }
  }
}

const isRequest = (verb: Verb): verb is RequestVerb =>
  verb.kind === 'businessHours' || verb.kind === 'sendMessage';

async function answer(input: CallInput, verb: RequestVerb): Promise<CallEvent> {
  if (verb.kind === 'sendMessage') {
    const result = await acceptText(input, verb);
    return { type: 'messaged', id: `messaged:${verb.verb}`, at: Date.now(), verb: verb.verb, result };
  }
  const at = Date.now();
  const verdict = await localReads.businessHours({ scenario: input.scenario, calendar: verb.calendar, at });
  return { type: 'hours', id: `hours:${verb.verb}`, at, verb: verb.verb, verdict };
}
