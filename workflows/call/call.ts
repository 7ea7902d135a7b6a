import {
  allHandlersFinished,
  condition,
  continueAsNew,
  log,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { RecordRequest } from '../../activities/call/types.ts';
import type { CallInput, CallWorkflowResult } from '../../contracts/call/workflow.ts';
import { createProgram } from '../../ivr-scenarios/index.ts';
import { local, records } from './activities.ts';
import { createAlarm } from './alarm.ts';
import { apologiseForBug } from './apology.ts';
import { awaitedAfterEvent, awaitedAfterIdle, isConfirmed } from './awaited.ts';
import { followConversation } from './conversation.ts';
import { isFailedActivity } from './failed-activity.ts';
import { startFetches } from './fetch.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { issueTurn } from './issue.ts';
import { commandSignal, eventsUpdate, legSignal } from './messages.ts';
import { type CallState, newCallState, nextDue } from './state.ts';
import { tendLegs } from './tend-legs.ts';
import { runTurn } from './turn.ts';
import { askOverdue, ringDeadlines } from './watch.ts';

/** Below the server's advice to continue as new (4,096 events, design §5); a turn is about seven events. */
const CONTINUE_AFTER_EVENTS = 3_500;

/**
 * One phone call, from its arrival to its one outcome. Handlers only fill the inbox; this loop alone runs the scenario
 * and tells the switch, so two events never act at once (design §1.3).
 */
export async function call(input: CallInput, carried?: CallState): Promise<CallWorkflowResult> {
  const state = carried ?? newCallState();
  const inbox = createInbox(state.seen);
  let finished = false;
  setHandler(eventsUpdate, async (events) => {
    const mark = inbox.put(events);
    await condition(() => inbox.workedOff(mark) || finished);
    return { accepted: events.length };
  });
  setHandler(legSignal, (event) => {
    inbox.put([event]);
  });
  setHandler(commandSignal, ({ id, command }) => {
    inbox.put([{ type: 'commanded', id: `command:${id}`, at: Date.now(), command }]);
  });

  await live(input, state, inbox);
  finished = true;
  const outcome = state.outcome ?? { result: 'indeterminate', reason: 'unknown' };
  const answered = state.answeredAt === undefined ? {} : { answeredAt: state.answeredAt };
  await recordEnd({
    input,
    steps: Object.values(state.steps),
    end: { outcome, at: Date.now(), ...answered },
  });
  await condition(allHandlersFinished);
  return { outcome, verbs: state.lastVerb, steps: state.stepCount };
}

/** Inside the last workflow task if it can be: an ordinary activity costs a call one task more. */
async function recordEnd(record: RecordRequest): Promise<void> {
  try {
    await local.recordCall(record);
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    await records.recordCall(record);
  }
}

async function live(input: CallInput, state: CallState, inbox: Inbox): Promise<void> {
  const program = createProgram([], input.scenario);
  const alarm = createAlarm();
  const limit = input.continueAfterEvents ?? CONTINUE_AFTER_EVENTS;
  while (state.outcome === undefined) {
    alarm.setBy(nextDue(state));
    let rang = false;
    await condition(() => {
      rang = alarm.rang() || rang;
      return rang || !inbox.isEmpty();
    });
    try {
      if (rang) {
        ringDeadlines(state, inbox, Date.now());
        await askOverdue(input, state, inbox, Date.now());
      }
      await workOff(input, state, inbox, program);
    } catch (error) {
      // Not rethrown: a failing workflow task would be tried for ever while the caller hears nothing (R19).
      log.error('a bug ended the call', { error });
      await apologiseForBug(input, state, error);
    }
    inbox.settle();
    const mayMoveOn = state.outcome === undefined && state.trying === 0 && inbox.isEmpty();
    if (workflowInfo().historyLength > limit && mayMoveOn) await moveOn(input, state, inbox);
  }
}

async function workOff(
  input: CallInput,
  state: CallState,
  inbox: Inbox,
  program: ReturnType<typeof createProgram>,
): Promise<void> {
  const events = inbox.take();
  for (const event of events) {
    if (event.type === 'idle' && !isConfirmed(event))
      state.awaited = awaitedAfterIdle(state.awaited, event, Date.now());
    followConversation(state, event, Date.now());
    state.awaited = awaitedAfterEvent(state.awaited, event);
  }
  // That a channel does nothing says neither that the awaited verb ended nor how: the channel is asked first (`watch.ts`).
  const forScenario = events.filter((event) => event.type !== 'idle' || isConfirmed(event));
  const turn = await runTurn(program, state, input, forScenario);
  await tendLegs(input, state, inbox, turn.verbs);
  startFetches(input, state, inbox, turn.fetches);
  await issueTurn(input, state, inbox, turn);
}

/** Continue-as-new, once no handler is open and nothing came in meanwhile: a lost event would be a lost digit. */
async function moveOn(input: CallInput, state: CallState, inbox: Inbox): Promise<void> {
  await condition(() => allHandlersFinished() || !inbox.isEmpty());
  if (!inbox.isEmpty()) return;
  const steps = Object.values(state.steps);
  // One quick try: a caller must not wait for a database that is away, so what is not written is carried on.
  const written = await local.recordCall({ input, steps }).then(
    () => true,
    () => false,
  );
  if (!inbox.isEmpty() || !allHandlersFinished()) return;
  await continueAsNew<typeof call>(input, {
    ...state,
    steps: written ? {} : state.steps,
    seen: inbox.seen(),
  });
}
