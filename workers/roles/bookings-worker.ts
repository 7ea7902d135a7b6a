import { type NativeConnection, Worker } from '@temporalio/worker';
import { withFailures } from '../../activities/shared/failures.ts';
import { BOOKINGS_QUEUE } from '../../contracts/message/names.ts';
import { messageActivities } from './message-activities.ts';
import type { Runtime } from './runtime.ts';

/** What a worker of this process shares with the others. */
export type SharedWorkerParts = { connection: NativeConnection; codePath: string };

/**
 * Whatever waits is in the ledger, so few at once are enough; calls in the same process and the provider's own limits
 * matter more than the length of a queue.
 */
const TASKS_AT_ONCE = 10;
const HAND_OVERS_AT_ONCE = 8;
/** A message takes part in a few tasks over minutes or days; what fell out of the cache is read again in one go. */
const CACHED = 60;
/** Heartbeats are what tells that this worker is alive (workflows/message/activities.ts): none may be held back long. */
const BEAT_MS = 2_000;

/** Runs everything that is not a call in progress (design §3), beside the calls but with a queue and limits of its own. */
export function createBookingsWorker(
  runtime: Runtime,
  { connection, codePath }: SharedWorkerParts,
): Promise<Worker> {
  const { environment, dataConverter, temporal } = runtime;
  return Worker.create({
    connection,
    namespace: temporal.namespace,
    taskQueue: BOOKINGS_QUEUE,
    workflowBundle: { codePath },
    activities: withFailures(messageActivities(runtime)),
    dataConverter,
    maxCachedWorkflows: Math.min(CACHED, environment.CALLWRIGHT_MAX_CACHED_WORKFLOWS ?? CACHED),
    maxConcurrentWorkflowTaskExecutions: TASKS_AT_ONCE,
    maxConcurrentActivityTaskExecutions: HAND_OVERS_AT_ONCE,
    maxHeartbeatThrottleInterval: BEAT_MS,
    defaultHeartbeatThrottleInterval: BEAT_MS,
    shutdownGraceTime: '3 s',
  });
}
