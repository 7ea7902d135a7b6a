import { log, ParentClosePolicy, startChild, WorkflowIdReusePolicy } from '@temporalio/workflow';
import type { Messaged } from '../../contracts/call/event.ts';
import type { SendMessage } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { BOOKINGS_QUEUE, MESSAGE_WORKFLOW, messageWorkflowId } from '../../contracts/message/names.ts';
import { localTexts } from './activities.ts';
import { isFailedActivity } from './failed-activity.ts';

/**
 * Has a text written into the ledger and its workflow started, which alone talks to a provider: the caller waits for a
 * row in a table, not for a carrier. `failed` does not say that no text will come: the answer may have been lost.
 */
export async function acceptText(
  { call, tenant }: CallInput,
  { kind: _kind, ...wanted }: SendMessage,
): Promise<Messaged> {
  try {
    const answer = await localTexts.acceptCallMessage({ call, tenant, ...wanted });
    if (answer.status === 'refused') {
      log.warn('a text was refused', { verb: wanted.verb, codes: answer.codes });
      return 'refused';
    }
    startMessage(answer.message, tenant);
    return 'accepted';
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    return 'failed';
  }
}

/**
 * Not waited for: whatever keeps it from starting (it was started already, the call ends in this very task), the sweep
 * of messages without a workflow starts it seconds later.
 */
function startMessage(message: string, tenant: string): void {
  startChild(MESSAGE_WORKFLOW, {
    workflowId: messageWorkflowId(message),
    taskQueue: BOOKINGS_QUEUE,
    parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    args: [{ message, tenant }],
  }).catch(() => undefined);
}
