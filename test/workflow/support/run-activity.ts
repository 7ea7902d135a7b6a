import type { coresdk, temporal } from '@temporalio/proto';
import { fromPayloads, milliseconds, toFailure, toPayload } from './payloads.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type ActivityContext = {
  local: boolean;
  queue: string;
  attempt: number;
  workflowId: string;
  /** Virtual ms. */
  sleep(ms: number): Promise<void>;
};
/** Stand-ins for activities; one that never settles runs into its start-to-close time-out. */
export type ActivityMocks = Record<string, (request: never, context: ActivityContext) => Promise<unknown>>;

export type Order =
  | coresdk.workflow_commands.IScheduleActivity
  | coresdk.workflow_commands.IScheduleLocalActivity;
type Result = coresdk.activity_result.IActivityResolution;
type Failure = temporal.api.failure.v1.IFailure;

const START_TO_CLOSE = 1;

/**
 * Runs an activity with its time-out and retry policy on the virtual clock; calls `done` once. `wanted` is asked before
 * each attempt: a server starts no activity of a workflow that has ended.
 */
export function runActivity(
  clock: VirtualClock,
  mocks: ActivityMocks,
  order: Order,
  context: Omit<ActivityContext, 'attempt' | 'sleep'>,
  { wanted, done }: { wanted(): boolean; done(result: Result): void },
): void {
  const begunAt = clock.now();
  const name = order.activityType ?? '';
  const give = (failure: Failure): void => {
    // As the SDK's core does it: what a local activity threw arrives bare, its time-out wrapped.
    const bare = context.local && !failure.timeoutFailureInfo;
    done({ failed: { failure: bare ? failure : wrapped(failure, name, order.activityId ?? '') } });
  };

  const attempt = (count: number): void => {
    if (!wanted()) return;
    void once(clock, mocks, order, { ...context, attempt: count, sleep: clock.sleep }).then((ended) => {
      if ('value' in ended) return done({ completed: { result: toPayload(ended.value) } });
      const pause = pauseBefore(order, count, clock.now() - begunAt, ended.failure);
      if (pause === undefined) return give(ended.failure);
      clock.schedule(clock.now() + pause, () => attempt(count + 1));
    });
  };
  // Not before the commands of the same workflow task have been carried out.
  if (context.local) attempt(1);
  else clock.schedule(begunAt, () => attempt(1));
}

type Ended = { value: unknown } | { failure: Failure };

function once(
  clock: VirtualClock,
  mocks: ActivityMocks,
  order: Order,
  context: ActivityContext,
): Promise<Ended> {
  const mock = mocks[order.activityType ?? ''];
  const [request] = fromPayloads(order.arguments);
  return new Promise((resolve) => {
    const limit = milliseconds(order.startToCloseTimeout);
    const cancel =
      limit === undefined
        ? () => undefined
        : clock.schedule(clock.now() + limit, () => resolve({ failure: timedOut() }));
    const run = async (): Promise<unknown> => {
      if (mock === undefined) throw new Error(`no stand-in for the activity ${order.activityType}`);
      return mock(request as never, context);
    };
    run().then(
      (value) => {
        cancel();
        resolve({ value });
      },
      (error: unknown) => {
        cancel();
        resolve({ failure: toFailure(error) });
      },
    );
  });
}

/** ms until the next attempt; undefined when there is none. */
function pauseBefore(order: Order, count: number, spentMs: number, failure: Failure): number | undefined {
  const policy = order.retryPolicy;
  const most = policy?.maximumAttempts ?? 0;
  if (failure.applicationFailureInfo?.nonRetryable || (most > 0 && count >= most)) return undefined;
  const first = milliseconds(policy?.initialInterval) ?? 1_000;
  const longest = milliseconds(policy?.maximumInterval) ?? first * 100;
  const pause = Math.min(longest, first * (policy?.backoffCoefficient || 2) ** (count - 1));
  const allowed = milliseconds(order.scheduleToCloseTimeout) ?? Number.POSITIVE_INFINITY;
  return spentMs + pause > allowed ? undefined : pause;
}

const timedOut = (): Failure => ({
  message: 'activity StartToClose timeout',
  timeoutFailureInfo: { timeoutType: START_TO_CLOSE },
});

const wrapped = (cause: Failure, name: string, activityId: string): Failure => ({
  message: 'Activity task failed',
  cause,
  activityFailureInfo: { activityType: { name }, activityId },
});
