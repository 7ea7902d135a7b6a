import { Worker } from '@temporalio/worker';
import { createCallActivities } from '../../activities/call/call-activities.ts';
import { createCachedStore } from '../../activities/call/load-part.ts';
import { createStepSink } from '../../activities/call/step-sink.ts';
import { createFetchForCall } from '../../activities/http/fetch-for-call.ts';
import { createLegActivities } from '../../activities/leg/leg-activities.ts';
import { withFailures } from '../../activities/shared/failures.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { CALLS_QUEUE } from '../../contracts/call/names.ts';
import { createCalendarPorts } from '../calendar/calendar-ports.ts';
import { followSupervisor } from '../parts/follow-supervisor.ts';
import { promptRecordingActivities } from '../prompt/recording-activities.ts';
import { workflowBundle } from '../temporal/bundle.ts';
import { connectWorker } from '../temporal/connect.ts';
import { useLeanSandbox } from '../temporal/sandbox-threads.ts';
import { accountKey } from './account-key.ts';
import { createBookingsWorker, type SharedWorkerParts } from './bookings-worker.ts';
import { createCallRecords, createDialLedger } from './call-records.ts';
import { createCallSurroundings } from './call-surroundings.ts';
import { callTextActivities } from './call-texts.ts';
import { countOutcomes } from './flow-metrics.ts';
import { createOwnNumbers } from './own-numbers.ts';
import { createRuntime, openCommandLines, type Runtime, reportHealth } from './runtime.ts';
import { createScenarioStore } from './scenario-store.ts';
import { installTemporalRuntime } from './temporal-runtime.ts';
import { createTrunkGate } from './trunk-gate.ts';
import { trunkTestActivities } from './trunk-tests.ts';

/**
 * How long a turn hangs when the worker that has the call in its cache is killed; the default is 10 s (design §1).
 * Shorter, and a worker that is merely busy would lose its cache.
 */
const STICKY_MS = 2_000;
/** The SDK's own best figures (temporal.md §2.4); a turn is 1–2 ms of processor time. */
const TASKS_AT_ONCE = 120;
const POLLS = 20;

/**
 * Runs calls and legs: workflows, and the activities that they call inside their workflow tasks; beside them, with a
 * worker of its own, everything that is not a call in progress.
 */
export async function runFlowWorker(env: NodeJS.ProcessEnv): Promise<void> {
  const runtime = createRuntime('flow-worker', env);
  installTemporalRuntime(runtime.log);
  useLeanSandbox(() => process.exit(1));
  const lines = openCommandLines(runtime);
  const shared = await sharedParts(runtime);
  const calls = await createCallsWorker(runtime, lines.switches, shared);
  // Calls that wait for this process go on while the other worker is still being made.
  const ofCalls = calls.run();
  const bookings = await createBookingsWorker(runtime, shared);
  const healthReports = reportHealth(runtime, 'flow-worker');
  // One that ends by itself ends the process: the supervisor brings both back.
  const running = Promise.all([ofCalls, bookings.run()]);
  const { ready } = followSupervisor(async () => {
    for (const worker of [calls, bookings]) if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
    await healthReports.close();
    await shared.connection.close();
    lines.close();
    await runtime.database.close();
  });
  runtime.health.report('temporal', true);
  runtime.health.report('bookings', true);
  ready();
  runtime.log.info('flow worker is ready');
  await running;
}

async function sharedParts({ home, log, temporal }: Runtime): Promise<SharedWorkerParts> {
  const connection = await connectWorker(temporal, (error) =>
    log.warn({ err: error }, 'waiting for the Temporal server'),
  );
  return { connection, codePath: await workflowBundle(`${home.root}/cache`) };
}

async function createCallsWorker(
  runtime: Runtime,
  switches: ReturnType<typeof openCommandLines>['switches'],
  { connection, codePath }: SharedWorkerParts,
): Promise<Worker> {
  const { environment, tables } = runtime;
  const sink = createStepSink({
    write: (steps) => tables.callSteps.upsertAll(systemActor('flow-worker'), steps),
  });
  const scenarios = createScenarioStore(tables);
  const { publishedScenario, listedHosts } = createCallSurroundings(
    tables,
    accountKey(environment, runtime.home),
  );
  const activities = withFailures({
    ...createCallActivities({
      switches,
      sink,
      scenarios: { ...createCachedStore(scenarios), calendar: scenarios.calendar },
      records: countOutcomes(runtime, createCallRecords(tables)),
      calendars: createCalendarPorts(tables),
      publishedScenario,
    }),
    ...createLegActivities(
      switches,
      createDialLedger(tables),
      createTrunkGate(tables),
      createOwnNumbers(tables),
    ),
    fetchForCall: createFetchForCall({ listedHosts }),
    ...trunkTestActivities(switches, tables),
    ...promptRecordingActivities(switches, tables),
    ...callTextActivities(runtime),
  });
  const cached = environment.CALLWRIGHT_MAX_CACHED_WORKFLOWS;
  return Worker.create({
    connection,
    namespace: runtime.temporal.namespace,
    taskQueue: CALLS_QUEUE,
    workflowBundle: { codePath },
    activities,
    dataConverter: runtime.dataConverter,
    stickyQueueScheduleToStartTimeout: STICKY_MS,
    maxConcurrentWorkflowTaskExecutions: TASKS_AT_ONCE,
    maxConcurrentWorkflowTaskPolls: POLLS,
    maxConcurrentLocalActivityExecutions: TASKS_AT_ONCE,
    shutdownGraceTime: '3 s',
    ...(cached === undefined ? {} : { maxCachedWorkflows: cached }),
  });
}
