import {
  type ChildWorkflowHandle,
  getExternalWorkflowHandle,
  ParentClosePolicy,
  startChild,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import type { DialRequest } from '../../activities/call/types.ts';
import { callWorkflowId } from '../../contracts/call/names.ts';
import type { CallId } from '../../contracts/ids.ts';
import { leg } from './leg.ts';
import { cancelLegSignal } from './messages.ts';

/** Starts the workflow of one outbound leg: `call/<uuid>` (design §1.8). */
export const startLeg = (request: DialRequest): Promise<ChildWorkflowHandle<typeof leg>> =>
  startChild(leg, {
    workflowId: callWorkflowId(request.leg),
    // A leg outlives whoever wanted it long enough to be hung up and settled in the ledger.
    parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    // As the caller's own workflow: with the default a worker killed while it dials costs both sides 10 s.
    workflowTaskTimeout: '2 s',
    args: [request],
  });

/** A leg that has ended meanwhile cannot be signalled, and needs no signal. */
export const cancelLeg = (id: CallId): Promise<void> =>
  getExternalWorkflowHandle(callWorkflowId(id))
    .signal(cancelLegSignal)
    .catch(() => undefined);
