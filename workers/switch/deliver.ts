import { setTimeout as wait } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import type { CallEvent } from '../../contracts/call/event.ts';
import { CALL_WORKFLOW, CALLS_QUEUE, callWorkflowId, EVENTS_UPDATE } from '../../contracts/call/names.ts';
import type { CallInput, EventsUpdateArgs, EventsUpdateResult } from '../../contracts/call/workflow.ts';
import type { CallId } from '../../contracts/ids.ts';

export type Batch = { call: CallId; events: CallEvent[]; start?: CallInput };
/** `no-workflow`: never started or already over; the events mean nothing to anybody. */
export type Delivered = 'delivered' | 'no-workflow';
export type Deliver = (batch: Batch, signal: AbortSignal) => Promise<Delivered>;

/** With the default of 10 s a worker killed in mid-turn costs the caller 10 s, with this under 3 s (design §1). */
const WORKFLOW_TASK_TIMEOUT = '2 s';
/** https://grpc.io/docs/guides/status-codes/ */
const GRPC_NOT_FOUND = 5;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** One request; a turn takes milliseconds, and the same Update id may be sent again at any time. */
const REQUEST_MS = 5_000;

/**
 * Delivers a batch of events as one Update and returns when the workflow has worked them off. Repeats with the same
 * Update id, which the server answers once, until it is acknowledged (design §1.2).
 */
export function createDeliver(
  client: Client,
  onRetry: (error: unknown) => void,
  pauseFor: (ms: number, signal: AbortSignal) => Promise<void> = (ms, signal) =>
    wait(ms, undefined, { signal }),
): Deliver {
  return async (batch, signal) => {
    let pause = FIRST_PAUSE_MS;
    for (;;) {
      try {
        await client.withDeadline(Date.now() + REQUEST_MS, () => send(client, batch));
        return 'delivered';
      } catch (error) {
        if (isOver(error)) return 'no-workflow';
        // The handler failed by itself: a bug that the workflow has dealt with, not something to send again.
        if (error instanceof WorkflowUpdateFailedError) return 'delivered';
        onRetry(error);
      }
      await pauseFor(pause, signal);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
  };
}

function send(client: Client, { call, events, start }: Batch): Promise<EventsUpdateResult> {
  const workflowId = callWorkflowId(call);
  const updateId = events[0]?.id ?? '';
  if (start === undefined) {
    return client.workflow
      .getHandle(workflowId)
      .executeUpdate<EventsUpdateResult, EventsUpdateArgs>(EVENTS_UPDATE, { args: [events], updateId });
  }
  const startWorkflowOperation = new WithStartWorkflowOperation(CALL_WORKFLOW, {
    workflowId,
    taskQueue: CALLS_QUEUE,
    args: [start],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
  });
  return client.workflow.executeUpdateWithStart<Workflow, EventsUpdateResult, EventsUpdateArgs>(
    EVENTS_UPDATE,
    {
      args: [events],
      updateId,
      startWorkflowOperation,
    },
  );
}

function isOver(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError)
    return true;
  return isGrpcServiceError(error) && error.code === GRPC_NOT_FOUND;
}
