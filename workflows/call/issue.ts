import type { IssueRequest, IssueResult } from '../../activities/call/types.ts';
import type { SwitchVerb } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { local, onSwitch } from './activities.ts';
import { awaitedAfter } from './awaited.ts';
import { isFailedActivity } from './failed-activity.ts';
import type { Inbox } from './inbox.ts';
import type { CallState } from './state.ts';
import type { Turn } from './turn.ts';

/** A caller who hung up: the event that says so is at most a reconnect of the event socket away. */
const HANGUP_EVENT_GRACE_MS = 5_000;

/**
 * Sends a turn's verbs to the switch: first inside this workflow task, then, if that failed, as an ordinary activity
 * that the loop does not wait for, because a hang-up must be able to overtake it.
 */
export async function issueTurn(input: CallInput, state: CallState, inbox: Inbox, turn: Turn): Promise<void> {
  const verbs = turn.verbs.filter((verb) => verb.kind !== 'dial' && verb.kind !== 'cancelDial');
  // Steps alone wait for the final record: a marker in the history is worth more than a livelier last line.
  if (verbs.length === 0) return;
  const request: IssueRequest = {
    call: input.call,
    node: input.node,
    verbs,
    legs: legsOf(state, verbs),
    steps: turn.steps,
    forget: state.forget,
    unclear: false,
  };
  if (verbs.some((verb) => verb.kind === 'answer')) state.answeredAt ??= Date.now();
  state.awaited = awaitedAfter(verbs, Date.now(), state.awaited);
  state.forget = [
    ...(verbs.length > 0 ? [] : state.forget),
    ...verbs.filter((verb) => verb.kind === 'collect').map((verb) => verb.verb),
  ];
  try {
    notice(state, request, await local.issueVerbs(request));
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    const secondTry = issueOnSwitch(input, state, inbox, { ...request, unclear: true });
    // The last words of a call: a server starts no activity of a workflow that has ended.
    if (state.outcome !== undefined) await secondTry;
  }
}

/**
 * Issues an awaited verb once more, which never reached the channel; `again` although the channel has its mark.
 */
export function reissue(input: CallInput, state: CallState, inbox: Inbox, which: 'first' | 'again'): void {
  if (state.awaited === undefined) return;
  const verbs = [state.awaited.order];
  state.awaited = awaitedAfter(verbs, Date.now(), undefined);
  void issueOnSwitch(input, state, inbox, {
    call: input.call,
    node: input.node,
    verbs,
    legs: legsOf(state, verbs),
    steps: [],
    forget: [],
    unclear: true,
    ...(which === 'again' ? { again: true } : {}),
  });
}

async function issueOnSwitch(
  input: CallInput,
  state: CallState,
  inbox: Inbox,
  request: IssueRequest,
): Promise<void> {
  state.trying += 1;
  try {
    notice(state, request, await onSwitch(input.node).issueVerbs(request));
  } catch {
    const id = `unreachable:${state.lastVerb}`;
    inbox.put([{ type: 'mediaLost', id, at: Date.now(), reason: 'switch-unreachable' }]);
  } finally {
    state.trying -= 1;
  }
}

function notice(state: CallState, { verbs }: IssueRequest, { status }: IssueResult): void {
  const { awaited } = state;
  if (awaited === undefined) return;
  if (status === 'no-channel') {
    state.awaited = { ...awaited, dueAt: Date.now() + HANGUP_EVENT_GRACE_MS, misses: 1 };
  } else if (verbs.some(({ verb }) => verb === awaited.order.verb)) {
    state.awaited = { ...awaited, issuedAt: Date.now() };
  }
}

function legsOf(state: CallState, verbs: readonly SwitchVerb[]): IssueRequest['legs'] {
  const legs: IssueRequest['legs'] = {};
  for (const verb of verbs) {
    const leg = verb.kind === 'bridge' ? state.legs[verb.dial] : undefined;
    if (verb.kind === 'bridge' && leg !== undefined) legs[verb.dial] = leg;
  }
  return legs;
}
