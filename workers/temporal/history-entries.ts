import { defaultPayloadConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { z } from 'zod';
import type { CallHistoryEntry } from '../../api/call/call-history.ts';
import { CallEvent } from '../../contracts/call/event.ts';
import { EVENTS_UPDATE, LEG_SIGNAL } from '../../contracts/call/names.ts';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type Payloads = temporal.api.common.v1.IPayloads;
type Instant = { seconds?: unknown; nanos?: number | null };

/** What the SDK's core writes beside a local activity's result. */
const LocalActivity = z.object({
  activity_type: z.string(),
  complete_time: z.object({ seconds: z.number(), nanos: z.number() }).nullish(),
});
const Status = z.object({ status: z.string().max(40) });
const Events = z.array(CallEvent);

/** Reads payloads as our workers wrote them. Values that are of another version's shape are left out, not guessed. */
export type ReadPayloads = (payloads: Payloads | null | undefined) => Promise<unknown[]>;

export const payloadReader =
  (codecs: readonly PayloadCodec[]): ReadPayloads =>
  async (payloads) => {
    let encoded = (payloads?.payloads ?? []) as Payload[];
    for (const codec of codecs.toReversed()) encoded = await codec.decode(encoded);
    return encoded.map((payload) => defaultPayloadConverter.fromPayload(payload));
  };

/** One run of a call's workflow as people read it: what came in, what was done, how it went on. */
export async function historyEntries(
  events: readonly HistoryEvent[],
  read: ReadPayloads,
): Promise<CallHistoryEntry[]> {
  const names = new Map<string, string>();
  const entries: CallHistoryEntry[] = [];
  for (const event of events) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled) names.set(String(event.eventId), scheduled.activityType?.name ?? 'activity');
    entries.push(...(await entriesOf(event, names, read)));
  }
  return entries;
}

async function entriesOf(
  event: HistoryEvent,
  names: ReadonlyMap<string, string>,
  read: ReadPayloads,
): Promise<CallHistoryEntry[]> {
  const at = toMs(event.eventTime);
  const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input;
  if (update?.name === EVENTS_UPDATE) return told(at, (await read(update.args))[0]);
  const signal = event.workflowExecutionSignaledEventAttributes;
  if (signal?.signalName === LEG_SIGNAL) return told(at, await read(signal.input));
  if (event.markerRecordedEventAttributes) return localActivity(at, event, read);
  const timer = event.timerFiredEventAttributes;
  if (timer) return [{ at, kind: 'timer', name: `timer ${timer.timerId ?? ''}`.trim() }];
  const workflow = workflowChange(event);
  return workflow === undefined
    ? activity(at, event, names, read)
    : [{ at, kind: 'workflow', name: workflow }];
}

function told(at: number, value: unknown): CallHistoryEntry[] {
  const events = Events.safeParse(value);
  return events.success ? events.data.map((event) => ({ at, kind: 'event', event })) : [];
}

async function localActivity(
  at: number,
  { markerRecordedEventAttributes: marker }: HistoryEvent,
  read: ReadPayloads,
): Promise<CallHistoryEntry[]> {
  // The core keeps this one outside the codec.
  const [data] = marker?.details?.['data']?.payloads ?? [];
  const about = LocalActivity.safeParse(
    data ? defaultPayloadConverter.fromPayload(data as Payload) : undefined,
  );
  if (!about.success) return [];
  const { activity_type: name, complete_time: completed } = about.data;
  const state = marker?.failure ? 'failed' : await statusOf(marker?.details?.['result'], read);
  return [{ at: completed ? toMs(completed) : at, kind: 'activity', name, state }];
}

async function activity(
  at: number,
  event: HistoryEvent,
  names: ReadonlyMap<string, string>,
  read: ReadPayloads,
): Promise<CallHistoryEntry[]> {
  const { activityTaskCompletedEventAttributes: completed } = event;
  const other = event.activityTaskFailedEventAttributes ?? event.activityTaskTimedOutEventAttributes;
  const scheduled = String(completed?.scheduledEventId ?? other?.scheduledEventId ?? '');
  const name = names.get(scheduled);
  if (name === undefined) return [];
  const state = completed ? await statusOf(completed.result, read) : 'failed';
  return [{ at, kind: 'activity', name, state }];
}

async function statusOf(result: Payloads | null | undefined, read: ReadPayloads): Promise<string> {
  const status = Status.safeParse((await read(result))[0]);
  return status.success ? status.data.status : 'done';
}

function workflowChange(event: HistoryEvent): string | undefined {
  if (event.workflowExecutionStartedEventAttributes) return 'started';
  if (event.workflowExecutionCompletedEventAttributes) return 'completed';
  if (event.workflowExecutionFailedEventAttributes) return 'failed';
  if (event.workflowExecutionTimedOutEventAttributes) return 'timed-out';
  if (event.workflowExecutionTerminatedEventAttributes) return 'terminated';
  if (event.workflowExecutionCanceledEventAttributes) return 'cancelled';
  if (event.workflowExecutionContinuedAsNewEventAttributes) return 'continued-as-new';
  if (event.workflowTaskFailedEventAttributes) return 'task-failed';
  return event.startChildWorkflowExecutionInitiatedEventAttributes ? 'leg-started' : undefined;
}

const toMs = (time: Instant | null | undefined): number =>
  Number(time?.seconds ?? 0) * 1_000 + Math.floor((time?.nanos ?? 0) / 1e6);
