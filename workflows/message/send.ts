import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy, workflowInfo } from '@temporalio/workflow';
import type { AcceptRequest } from '../../activities/message/types.ts';
import { BOOKINGS_QUEUE, MESSAGE_WORKFLOW, messageWorkflowId } from '../../contracts/message/names.ts';
import { accepting } from './activities.ts';

export type SendMessage = Omit<AcceptRequest, 'originRef' | 'origin'> &
  Partial<Pick<AcceptRequest, 'origin'>>;

/**
 * Sends a message from any workflow, once for each key of a company however often it is called; returns its id as soon
 * as it stands in the ledger. Throws an ActivityFailure whose cause has the type `message/refused` when it may not be
 * sent. The message outlives the workflow that wanted it.
 */
export async function sendMessage({ origin = 'workflow', ...wanted }: SendMessage): Promise<{ id: string }> {
  const { id } = await accepting.acceptMessage({ ...wanted, origin, originRef: workflowInfo().workflowId });
  try {
    await startChild(MESSAGE_WORKFLOW, {
      workflowId: messageWorkflowId(id),
      taskQueue: BOOKINGS_QUEUE,
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      args: [{ message: id, tenant: wanted.tenant }],
    });
  } catch (error) {
    // Asked for twice, or the sweep of messages without a workflow was quicker.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return { id };
}
