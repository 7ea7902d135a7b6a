import { log } from '@temporalio/workflow';
import type { Messaged } from '../../contracts/call/event.ts';
import type { SendMessage } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { startMessage } from '../message/start-message.ts';
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
    // Not waited for: whatever keeps it from starting (it was started already, the call ends in this very task), the sweep
    // of messages without a workflow starts it seconds later.
    startMessage(answer.message, tenant).catch(() => undefined);
    return 'accepted';
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    return 'failed';
  }
}
