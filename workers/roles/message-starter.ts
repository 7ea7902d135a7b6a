import { type Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import type { MessageStarter } from '../../api/message/message-starter.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import {
  BOOKINGS_QUEUE,
  MESSAGE_NEWS_SIGNAL,
  MESSAGE_WORKFLOW,
  messageWorkflowId,
} from '../../contracts/message/names.ts';

const REQUEST_MS = 3_000;

const unavailable = (): CallwrightError =>
  new CallwrightError('temporal/unavailable', 'Temporal does not answer: the message starts when it does');

/**
 * Starts the workflows of messages. By signal-with-start: one that runs is woken, one that is over begins anew, as after
 * a resend, and the id keeps two from running at once.
 */
export const createMessageStarter = (client: Client): MessageStarter => ({
  async start(input) {
    try {
      await client.withDeadline(Date.now() + REQUEST_MS, () =>
        client.workflow.signalWithStart(MESSAGE_WORKFLOW, {
          workflowId: messageWorkflowId(input.message),
          taskQueue: BOOKINGS_QUEUE,
          args: [input],
          signal: MESSAGE_NEWS_SIGNAL,
          signalArgs: [],
        }),
      );
    } catch (error) {
      if (!isGrpcServiceError(error)) throw error;
      throw unavailable();
    }
  },
  async news(message) {
    try {
      await client.withDeadline(Date.now() + REQUEST_MS, () =>
        client.workflow.getHandle(messageWorkflowId(message)).signal(MESSAGE_NEWS_SIGNAL),
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return;
      if (!isGrpcServiceError(error)) throw error;
      throw unavailable();
    }
  },
});
