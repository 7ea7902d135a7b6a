import {
  getExternalWorkflowHandle,
  ParentClosePolicy,
  startChild,
  uuid4,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import { callWorkflowId, newCallId } from '../../contracts/call/names.ts';
import type { SwitchVerb } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { leg } from '../leg/leg.ts';
import { cancelLegSignal } from '../leg/messages.ts';
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
    if (verb.kind === 'dial') startLeg(input, state, inbox, verb);
    if (verb.kind === 'cancelDial') await cancelLeg(state, verb.dial);
  }
}

function startLeg(
  input: CallInput,
  state: CallState,
  inbox: Inbox,
  verb: Extract<SwitchVerb, { kind: 'dial' }>,
): void {
  const id = newCallId(uuid4());
  state.legs[verb.verb] = id;
  startChild(leg, {
    workflowId: callWorkflowId(id),
    // A leg outlives the caller long enough to be hung up and settled in the ledger.
    parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    // As the caller's own workflow: with the default a worker killed while it dials costs both sides 10 s.
    workflowTaskTimeout: '2 s',
    args: [
      {
        leg: id,
        parent: input.call,
        verb: verb.verb,
        node: input.node,
        tenant: input.tenant,
        target: verb.target,
        ringMs: verb.ringMs,
        callerId: input.called,
      },
    ],
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

async function cancelLeg(state: CallState, dial: number): Promise<void> {
  const id = state.legs[dial];
  if (id === undefined) return;
  // A leg that has ended meanwhile cannot be signalled, and needs no signal.
  await getExternalWorkflowHandle(callWorkflowId(id))
    .signal(cancelLegSignal)
    .catch(() => undefined);
}
