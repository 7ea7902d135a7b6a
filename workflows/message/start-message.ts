import {
  type ChildWorkflowHandle,
  ParentClosePolicy,
  startChild,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import { BOOKINGS_QUEUE, MESSAGE_WORKFLOW, messageWorkflowId } from '../../contracts/message/names.ts';
import type { message } from './message.ts';

/** Starts the workflow of a message that stands in the ledger; it outlives whoever wanted it. */
export const startMessage = (id: string, tenant: string): Promise<ChildWorkflowHandle<typeof message>> =>
  startChild<typeof message>(MESSAGE_WORKFLOW, {
    workflowId: messageWorkflowId(id),
    taskQueue: BOOKINGS_QUEUE,
    parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    args: [{ message: id, tenant }],
  });
