import { uuid4 } from '@temporalio/workflow';
import { newCallId } from '../../contracts/call/names.ts';
import type { SwitchVerb } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { cancelLeg, startLeg } from '../leg/start-leg.ts';
import type { Inbox } from './inbox.ts';
import type { CallState } from './state.ts';

/** Dials and cancels: every outbound leg is a `call/<uuid>` workflow of its own (design §1.8). */
export async function tendLegs(
  input: CallInput,
  state: CallState,
  inbox: Inbox,
  verbs: readonly SwitchVerb[],
): Promise<void> {
  for (const verb of verbs) {
    if (verb.kind === 'dial') dial(input, state, inbox, verb);
    const wanted = verb.kind === 'cancelDial' ? state.legs[verb.dial] : undefined;
    if (wanted !== undefined) await cancelLeg(wanted);
  }
}

function dial(
  input: CallInput,
  state: CallState,
  inbox: Inbox,
  verb: Extract<SwitchVerb, { kind: 'dial' }>,
): void {
  const id = newCallId(uuid4());
  state.legs[verb.verb] = id;
  startLeg({
    leg: id,
    parent: input.call,
    verb: verb.verb,
    node: input.node,
    tenant: input.tenant,
    target: verb.target,
    ringMs: verb.ringMs,
    callerId: verb.callerId ?? input.called,
    ...(verb.callerId === undefined ? {} : { chosenCallerId: true }),
    // The verb's longest time is the ringing and, where a key is asked for, the time for it.
    ...(verb.accept === undefined ? {} : { accept: { ...verb.accept, ms: verb.expectMs - verb.ringMs } }),
  }).catch(() => {
    const event = {
      type: 'leg' as const,
      verb: verb.verb,
      state: 'ended' as const,
      cause: 'NORMAL_TEMPORARY_FAILURE',
    };
    inbox.put([{ ...event, id: `leg:${verb.verb}:not-started`, at: Date.now() }]);
  });
}
