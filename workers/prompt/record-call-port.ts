import { type Client, isGrpcServiceError, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { RecordCallPort } from '../../api/prompt/record-call.ts';
import { CALLS_QUEUE } from '../../contracts/call/names.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import {
  PROMPT_RECORDING_WORKFLOW,
  promptRecordingWorkflowId,
} from '../../contracts/prompt/recording-call.ts';
import type { Runtime } from '../roles/runtime.ts';

const REQUEST_MS = 3_000;
/** Ringing, recording and storing are over long before. */
const AT_MOST = '20 minutes';

/** Starts recordings by telephone. */
export const recordCallPort = (
  { environment, nodes }: Pick<Runtime, 'environment' | 'nodes'>,
  client: Client,
): RecordCallPort => ({
  nodes: nodes.map(({ node }) => node),
  anyExtension: environment.SIMULATOR_CONTROL_PORT !== 0,
  async start(input) {
    try {
      await client.withDeadline(Date.now() + REQUEST_MS, () =>
        client.workflow.start(PROMPT_RECORDING_WORKFLOW, {
          workflowId: promptRecordingWorkflowId(input.id),
          taskQueue: CALLS_QUEUE,
          args: [input],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowTaskTimeout: '2 s',
          workflowExecutionTimeout: AT_MOST,
        }),
      );
    } catch (error) {
      // A start whose answer was lost and that the client sent again.
      if (error instanceof WorkflowExecutionAlreadyStartedError) return;
      if (!isGrpcServiceError(error)) throw error;
      throw new CallwrightError('temporal/unavailable', 'Temporal does not answer: nobody was called');
    }
  },
});
