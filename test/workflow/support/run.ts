import type { coresdk } from '@temporalio/proto';
import type { Workflow } from '@temporalio/worker/lib/workflow/interface.js';

export type Job = coresdk.workflow_activation.IWorkflowActivationJob;
export type Command = coresdk.workflow_commands.IWorkflowCommand;

export type Settled<T> = { promise: Promise<T>; resolve(value: T): void; reject(error: Error): void };

/** One run of a workflow in the sandbox; continue-as-new makes another one under the same workflow id. */
export type Run = {
  workflowId: string;
  runId: string;
  type: string;
  workflow: Workflow;
  status: 'running' | 'completed' | 'failed' | 'continued';
  result?: unknown;
  error?: Error;
  /** About as many events as a server would have written. */
  historyLength: number;
  /** While a local activity is open, the workflow task is: nothing else reaches the workflow. */
  localsOpen: number;
  timers: Map<number, () => void>;
  updates: Map<string, Settled<unknown>>;
  /** Of a child: what its parent hears at its end. */
  onClosed: ((run: Run) => void) | undefined;
};

export function settled<T>(): Settled<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  // A test that does not look at an Update must not end the process with it.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
