import type { Payload } from '@temporalio/common';
import { fromPayload, fromPayloads, milliseconds, toError, toPayload } from './payloads.ts';
import type { Command, Job, Run } from './run.ts';
import { type ActivityMocks, type Order, runActivity } from './run-activity.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What the commands of a workflow task act upon. */
export type Effects = {
  clock: VirtualClock;
  mocks: ActivityMocks;
  push(run: Run, job: Job, local?: boolean): void;
  current(workflowId: string): Run | undefined;
  start(type: string, workflowId: string, args: unknown[], onClosed?: (run: Run) => void): Promise<Run>;
  close(run: Run, status: Exclude<Run['status'], 'running'>): void;
  /** Hands what waits for a run that continues as new to its successor. */
  handOver(from: Run, to: Run): void;
};

/** Carries out one command as a server and a worker would. An unknown one fails the test instead of being ignored. */
export async function carryOut(effects: Effects, run: Run, command: Command): Promise<void> {
  if (command.startTimer) return startTimer(effects, run, command.startTimer);
  if (command.cancelTimer) return cancelTimer(run, command.cancelTimer.seq ?? 0);
  if (command.scheduleActivity) return activity(effects, run, command.scheduleActivity, false);
  if (command.scheduleLocalActivity) return activity(effects, run, command.scheduleLocalActivity, true);
  if (command.updateResponse) return updateResponse(run, command.updateResponse);
  if (command.signalExternalWorkflowExecution)
    return signal(effects, run, command.signalExternalWorkflowExecution);
  if (command.startChildWorkflowExecution) return child(effects, run, command.startChildWorkflowExecution);
  if (command.continueAsNewWorkflowExecution) {
    const { workflowType, arguments: args } = command.continueAsNewWorkflowExecution;
    effects.close(run, 'continued');
    const next = await effects.start(workflowType ?? '', run.workflowId, fromPayloads(args), run.onClosed);
    return effects.handOver(run, next);
  }
  if (command.completeWorkflowExecution) {
    run.result = fromPayload(command.completeWorkflowExecution.result as Payload);
    return effects.close(run, 'completed');
  }
  if (command.failWorkflowExecution) {
    run.error = toError(command.failWorkflowExecution.failure ?? {});
    return effects.close(run, 'failed');
  }
  throw new Error(`the sandbox has no ${Object.keys(command).join()}`);
}

function startTimer({ clock, push }: Effects, run: Run, order: NonNullable<Command['startTimer']>): void {
  const seq = order.seq ?? 0;
  const at = clock.now() + (milliseconds(order.startToFireTimeout) ?? 0);
  const cancel = clock.schedule(at, () => {
    run.timers.delete(seq);
    push(run, { fireTimer: { seq } });
  });
  run.timers.set(seq, cancel);
}

function cancelTimer(run: Run, seq: number): void {
  run.timers.get(seq)?.();
  run.timers.delete(seq);
}

function activity(effects: Effects, run: Run, order: Order, local: boolean): void {
  const queue = 'taskQueue' in order ? (order.taskQueue ?? '') : '';
  if (local) run.localsOpen += 1;
  const context = { local, queue, workflowId: run.workflowId };
  runActivity(effects.clock, effects.mocks, order, context, {
    wanted: () => run.status === 'running',
    done(result) {
      if (local) run.localsOpen -= 1;
      effects.push(run, { resolveActivity: { seq: order.seq ?? 0, result, isLocal: local } }, local);
    },
  });
}

function updateResponse(run: Run, response: NonNullable<Command['updateResponse']>): void {
  const update = run.updates.get(response.protocolInstanceId ?? '');
  if (response.completed) update?.resolve(fromPayload(response.completed as Payload));
  if (response.rejected) update?.reject(toError(response.rejected));
}

function signal(
  effects: Effects,
  run: Run,
  order: NonNullable<Command['signalExternalWorkflowExecution']>,
): void {
  const target = effects.current(order.workflowExecution?.workflowId ?? '');
  const failure = target?.status === 'running' ? undefined : { failure: notFound() };
  if (target?.status === 'running') {
    effects.push(target, { signalWorkflow: { signalName: order.signalName ?? '', input: order.args ?? [] } });
  }
  effects.push(run, { resolveSignalExternalWorkflow: { seq: order.seq ?? 0, ...failure } });
}

const notFound = () => ({
  message: 'unable to signal external workflow because it was not found',
  applicationFailureInfo: { type: 'ExternalWorkflowExecutionNotFound' },
});

async function child(
  effects: Effects,
  run: Run,
  order: NonNullable<Command['startChildWorkflowExecution']>,
): Promise<void> {
  const { workflowType, input } = order;
  const [seq, workflowId] = [order.seq ?? 0, order.workflowId ?? ''];
  if (effects.current(workflowId) !== undefined) {
    const failed = { workflowId, workflowType: workflowType ?? '', cause: 1 };
    return effects.push(run, { resolveChildWorkflowExecutionStart: { seq, failed } });
  }
  const started = await effects.start(workflowType ?? '', workflowId, fromPayloads(input), (closed) => {
    const result =
      closed.status === 'completed'
        ? { completed: { result: toPayload(closed.result) } }
        : { failed: { failure: { message: 'Child Workflow execution failed' } } };
    effects.push(run, { resolveChildWorkflowExecution: { seq, result } });
  });
  effects.push(run, { resolveChildWorkflowExecutionStart: { seq, succeeded: { runId: started.runId } } });
}
