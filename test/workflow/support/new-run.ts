import { TypedSearchAttributes } from '@temporalio/common';
import type { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import { createUnsafeRandomSource } from '@temporalio/workflow/lib/random-helpers.js';
import type { Run } from './run.ts';

/** WorkflowTaskScheduled, -Started and -Completed. */
export const TASK_EVENTS = 3;

export type NewRun = { type: string; workflowId: string; number: number; onClosed: Run['onClosed'] };

/** Loads a workflow into its sandbox, as a worker does before the first task. */
export async function newRun(
  creator: ReusableVMWorkflowCreator,
  now: number,
  { type, workflowId, number, onClosed }: NewRun,
): Promise<Run> {
  const runId = `run-${number}`;
  const workflow = await creator.createWorkflow({
    info: {
      workflowType: type,
      workflowId,
      runId,
      namespace: 'default',
      firstExecutionRunId: runId,
      originalExecutionRunId: runId,
      attempt: 1,
      taskTimeoutMs: 2_000,
      taskQueue: 'calls',
      searchAttributes: {},
      typedSearchAttributes: new TypedSearchAttributes(),
      historyLength: TASK_EVENTS,
      historySize: 300,
      continueAsNewSuggested: false,
      targetWorkerDeploymentVersionChanged: false,
      startTime: new Date(now),
      runStartTime: new Date(now),
      unsafe: {
        isReplaying: false,
        isReplayingHistoryEvents: false,
        now: Date.now,
        random: createUnsafeRandomSource(Math.random),
      },
    } as unknown as Parameters<typeof creator.createWorkflow>[0]['info'],
    randomnessSeed: [0, 0, 0, 0, 0, 0, 0, number],
    now,
    showStackTraceSources: false,
  });
  return {
    workflowId,
    runId,
    type,
    workflow,
    status: 'running',
    historyLength: TASK_EVENTS,
    localsOpen: 0,
    timers: new Map(),
    updates: new Map(),
    onClosed,
  };
}
