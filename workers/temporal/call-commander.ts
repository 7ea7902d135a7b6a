import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { CallCommander } from '../../api/call/command-call.ts';
import { COMMAND_SIGNAL, callWorkflowId } from '../../contracts/call/names.ts';
import { CallwrightError } from '../../contracts/errors.ts';

const ANSWER_MS = 5_000;

/** Tells a call's workflow by a signal: Temporal has it then, and the call acts on it although we go away. */
export function createCallCommander(client: Client): CallCommander {
  return async (call, command) => {
    try {
      const handle = client.workflow.getHandle(callWorkflowId(call));
      await client.withDeadline(Date.now() + ANSWER_MS, () => handle.signal(COMMAND_SIGNAL, command));
      return 'told';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'ended';
      throw new CallwrightError('temporal/unavailable', 'Temporal does not answer');
    }
  };
}
