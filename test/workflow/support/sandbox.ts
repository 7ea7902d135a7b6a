import protobuf from '@temporalio/proto';
import type { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import { freshContext } from './bundle.ts';
import { carryOut, type Effects } from './commands.ts';
import { createJobQueue, type Entry, type JobQueue } from './job-queue.ts';
import { newRun, TASK_EVENTS } from './new-run.ts';
import { toError, toPayloads } from './payloads.ts';
import { type Job, type Run, settled } from './run.ts';
import type { ActivityMocks } from './run-activity.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

const { WorkflowActivation } = protobuf.coresdk.workflow_activation;
const { WorkflowCommand } = protobuf.coresdk.workflow_commands;
/** A Tuesday, 10:00 in Seoul. */
export const START_AT = Date.UTC(2026, 2, 3, 1, 0, 0);

/**
 * Workflows in the SDK's own sandbox, without a server: virtual time, stand-ins for activities, and as much of a
 * server as the workflows use. It does not check what only a server does (admission, payload sizes, replay).
 */
export type Sandbox = {
  clock: VirtualClock;
  start(type: string, workflowId: string, args: unknown[]): Promise<Run>;
  /** Rejects when there is no such running workflow; the same id gives the first answer again, within a run. */
  update(workflowId: string, name: string, args: unknown[], updateId: string): Promise<unknown>;
  signal(workflowId: string, name: string, args: unknown[]): void;
  /** The latest run of a workflow. */
  run(workflowId: string): Run | undefined;
  runs(): readonly Run[];
  /** Lets time pass; returns when nothing is left to do at the end of it. */
  advance(ms: number): Promise<void>;
  /** Every command of every workflow task so far, for comparison. */
  commands(): readonly string[];
  close(): Promise<void>;
};

type World = {
  creator: ReusableVMWorkflowCreator;
  clock: VirtualClock;
  mocks: ActivityMocks;
  queue: JobQueue;
  runs: Run[];
  commands: string[];
};

/** Makes a sandbox with a V8 context of its own. */
export async function createSandbox(mocks: ActivityMocks): Promise<Sandbox> {
  const creator = await freshContext(Object.keys(mocks));
  const clock = createVirtualClock(START_AT);
  const world: World = { creator, clock, mocks, queue: createJobQueue(), runs: [], commands: [] };
  const { queue, runs } = world;
  const effects = effectsOn(world);
  return {
    clock,
    start: effects.start,
    run: effects.current,
    runs: () => runs,
    commands: () => world.commands,
    signal(workflowId, signalName, args) {
      const run = effects.current(workflowId);
      if (run !== undefined) queue.push(run, { signalWorkflow: { signalName, input: toPayloads(args) } });
    },
    update(workflowId, name, args, id) {
      const run = effects.current(workflowId);
      if (run?.status !== 'running') return Promise.reject(new Error(`no workflow ${workflowId}`));
      const known = run.updates.get(id);
      if (known !== undefined) return known.promise;
      const update = settled<unknown>();
      run.updates.set(id, update);
      const input = toPayloads(args);
      queue.push(run, { doUpdate: { id, protocolInstanceId: id, name, input, meta: { updateId: id } } });
      return update.promise;
    },
    async advance(ms) {
      const until = clock.now() + ms;
      do await settle(world, effects);
      while (clock.fireNext(until));
    },
    async close() {
      for (const run of runs) if (run.status === 'running') await run.workflow.dispose();
      await creator.destroy();
    },
  };
}

function effectsOn({ creator, clock, mocks, queue, runs }: World): Effects {
  return {
    clock,
    mocks,
    push: queue.push,
    handOver: queue.handOver,
    current: (workflowId) => runs.findLast((run) => run.workflowId === workflowId),
    async start(type, workflowId, args, onClosed) {
      const number = runs.length + 1;
      const run = await newRun(creator, clock.now(), { type, workflowId, number, onClosed });
      runs.push(run);
      const start = { workflowId, workflowType: type, arguments: toPayloads(args), randomnessSeed: number };
      // The generated type wants a Long; `fromObject` takes a number.
      queue.push(run, { initializeWorkflow: start as unknown as NonNullable<Job['initializeWorkflow']> });
      return run;
    },
    close(run, status) {
      run.status = status;
      for (const cancel of run.timers.values()) cancel();
      if (status === 'continued') return;
      for (const update of run.updates.values()) update.reject(new Error('the workflow has completed'));
      run.onClosed?.(run);
    },
  };
}

async function settle(world: World, effects: Effects): Promise<void> {
  for (;;) {
    const entry = world.queue.take() ?? (await takeLater(world.queue));
    if (entry === undefined) return;
    await activate(world, effects, entry);
  }
}

/** Stand-ins are asynchronous: what they do without a clock is done when the event loop comes round again. */
async function takeLater(queue: JobQueue): Promise<Entry | undefined> {
  await new Promise((resolve) => setImmediate(resolve));
  return queue.take();
}

async function activate({ clock, commands }: World, effects: Effects, { run, job }: Entry): Promise<void> {
  run.historyLength += job.resolveActivity?.isLocal ? 0 : TASK_EVENTS + 1;
  const now = clock.now();
  const timestamp = { seconds: Math.floor(now / 1_000), nanos: (now % 1_000) * 1e6 };
  const { runId, historyLength } = run;
  const activation = WorkflowActivation.fromObject({ runId, timestamp, historyLength, jobs: [job] });
  const completion = await run.workflow.activate(activation);
  await run.workflow.getAndResetSinkCalls();
  if (completion.failed) {
    throw new Error(`a workflow task failed: ${toError(completion.failed.failure ?? {}).stack}`);
  }
  for (const command of completion.successful?.commands ?? []) {
    run.historyLength += 1;
    commands.push(`${now} ${run.workflowId} ${JSON.stringify(WorkflowCommand.fromObject(command))}`);
    await carryOut(effects, run, command);
  }
  if (run.status !== 'running') await run.workflow.dispose();
}
