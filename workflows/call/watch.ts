import type { InspectResult } from '../../activities/call/types.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { local } from './activities.ts';
import { ASK_AGAIN_MS, type Awaited, confirmedIdle, MISSES_UNTIL_LOST, whileRunning } from './awaited.ts';
import { isFailedActivity } from './failed-activity.ts';
import type { Inbox } from './inbox.ts';
import { reissue } from './issue.ts';
import type { CallState } from './state.ts';

/** Deadlines of the scenario that have passed become events; a stale generation is dropped by the scenario. */
export function ringDeadlines(state: CallState, inbox: Inbox, now: number): void {
  for (const { id, generation, dueAt } of state.deadlines) {
    if (dueAt > now) continue;
    inbox.put([{ type: 'deadline', id: `deadline:${id}:${generation}`, at: now, deadline: id, generation }]);
  }
}

/** Asks the channel for a result that is overdue, and makes the completion good (design §1.7). */
export async function askOverdue(
  input: CallInput,
  state: CallState,
  inbox: Inbox,
  now: number,
): Promise<void> {
  const awaited = state.awaited;
  if (awaited === undefined || awaited.dueAt > now) return;
  const { verb, kind } = awaited.order;
  let found: InspectResult;
  try {
    found = await local.inspectVerb({ call: input.call, node: input.node, verb, kind });
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    // The switch does not answer now. Its reconnect, or the node's own watch, says what became of the call.
    state.awaited = { ...awaited, dueAt: now + ASK_AGAIN_MS };
    return;
  }
  if (state.awaited !== awaited) return;
  act(input, state, inbox, now, found);
}

function act(input: CallInput, state: CallState, inbox: Inbox, now: number, found: InspectResult): void {
  const awaited = state.awaited;
  if (awaited === undefined) return;
  switch (found.status) {
    case 'finished':
      // Also when the event was seen before: asked again at once, it would be asked for ever.
      state.awaited = undefined;
      inbox.put([...restartedEvents(state, awaited), found.event]);
      return;
    case 'not-issued':
      reissue(input, state, inbox, 'first');
      return;
    case 'running':
      onRunning(input, state, inbox, now, awaited);
      return;
    case 'no-channel': {
      const misses = awaited.misses + 1;
      state.awaited = { ...awaited, dueAt: now + ASK_AGAIN_MS, misses, stillRunning: 0 };
      if (misses < MISSES_UNTIL_LOST) return;
      inbox.put([{ type: 'mediaLost', id: `gone:${awaited.order.verb}`, at: now, reason: 'channel-gone' }]);
    }
  }
}

/**
 * A completion that was told while nobody of us listened: a scenario with a handler for that gets to it, and what follows
 * finds the verb no longer awaited. Every other one goes on with the completion, as if nothing had been.
 */
function restartedEvents({ snapshot }: CallState, { idleAt, order }: Awaited): CallEvent[] {
  if (idleAt === undefined || !snapshot?.handlers?.includes('engineRestarted')) return [];
  return [confirmedIdle(order.verb, idleAt)];
}

function onRunning(input: CallInput, state: CallState, inbox: Inbox, now: number, awaited: Awaited): void {
  const running = whileRunning(awaited, now);
  switch (running.next) {
    case 'ask-again':
      state.awaited = running.awaited;
      return;
    case 'issue-again':
      reissue(input, state, inbox, 'again');
      if (state.awaited !== undefined) state.awaited = { ...state.awaited, again: true };
      return;
    case 'given-up':
      state.awaited = undefined;
      inbox.put([running.result]);
  }
}
