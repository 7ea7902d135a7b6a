import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { workflowInfo } from '@temporalio/workflow';
import type { AcceptRequest } from '../../activities/message/types.ts';
import { accepting } from './activities.ts';
import { startMessage } from './start-message.ts';

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
    await startMessage(id, wanted.tenant);
  } catch (error) {
    // Asked for twice, or the sweep of messages without a workflow was quicker.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return { id };
}
