import {
  allHandlersFinished,
  condition,
  getExternalWorkflowHandle,
  log,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { DialRequest, DialResult, LegActivities } from '../../activities/call/types.ts';
import type { CallEventOf } from '../../contracts/call/event.ts';
import { callWorkflowId, switchQueue } from '../../contracts/call/names.ts';
import { createInbox } from '../call/inbox.ts';
import { eventsUpdate, legSignal } from '../call/messages.ts';
import { cancelLegSignal } from './messages.ts';

/** Ring time-outs belong to the switch (`originate_timeout`); this backstop only notices that its verdict was lost. */
const BACKSTOP_MS = 5_000;
/** While the leg talks, nothing is due: the watch looks whether the channel still lives. */
const WATCH_MS = 60_000;

const dialling = proxyLocalActivities<Pick<LegActivities, 'dial'>>({
  startToCloseTimeout: '3 s',
  // One attempt: after the INVITE may have left, an error says nothing about the callee's phone (design §1.8).
  retry: { maximumAttempts: 1 },
});

/** One outbound leg: dialled at most once, reported to the call that wanted it, settled in the ledger. */
export async function leg(request: DialRequest): Promise<{ cause: string }> {
  const onNode = proxyActivities<Omit<LegActivities, 'dial'>>({
    taskQueue: switchQueue(request.node),
    startToCloseTimeout: '5 s',
    scheduleToCloseTimeout: '10 min',
    retry: { initialInterval: '200 ms', maximumInterval: '5 s' },
  });
  const inbox = createInbox();
  const watch = { cancelled: false, finished: false };
  setHandler(eventsUpdate, async (events) => {
    const mark = inbox.put(events);
    await condition(() => inbox.workedOff(mark) || watch.finished);
    return { accepted: events.length };
  });
  setHandler(cancelLegSignal, () => {
    watch.cancelled = true;
  });

  const report = (state: 'ringing' | 'answered' | 'ended', cause?: string): Promise<void> =>
    tellParent(request, state, cause);

  const first = await dialOnce(request);
  let cause = first.status === 'refused' ? (first.cause ?? 'CALL_REJECTED') : undefined;
  let answered = false;
  let killed = false;
  while (cause === undefined) {
    const wait = answered ? WATCH_MS : request.ringMs + BACKSTOP_MS;
    const woke = await condition(() => !inbox.isEmpty() || (watch.cancelled && !killed), wait);
    if (watch.cancelled && !killed) {
      killed = true;
      const why = answered ? 'NORMAL_CLEARING' : 'ORIGINATOR_CANCEL';
      await onNode.hangUpLeg({ leg: request.leg, node: request.node, cause: why });
    }
    for (const event of inbox.take()) {
      if (event.type === 'hungUp') cause = event.cause;
      else if (event.type === 'mediaLost') cause = 'MEDIA_LOST';
      else if (event.type === 'leg' && event.state === 'answered' && !answered) {
        answered = true;
        await report('answered');
        await onNode.settleLeg({ leg: request.leg, state: 'answered' });
      } else if (event.type === 'leg' && event.state === 'ringing' && !answered) await report('ringing');
    }
    inbox.settle();
    if (!woke && cause === undefined) {
      const { alive } = await onNode.legState({ leg: request.leg, node: request.node });
      if (!alive) cause = answered ? 'MEDIA_LOST' : 'NO_ANSWER';
    }
  }
  watch.finished = true;
  await report('ended', cause);
  await onNode.settleLeg({ leg: request.leg, state: 'ended', cause });
  await condition(allHandlersFinished);
  return { cause };
}

async function dialOnce(request: DialRequest): Promise<DialResult> {
  try {
    return await dialling.dial(request);
  } catch (error) {
    // Unknown outcome: the ledger says `sent`. Wait for what the switch tells, as if it had been sent.
    log.warn('the dial command has an unknown outcome', { error });
    return { status: 'sent' };
  }
}

async function tellParent(
  request: DialRequest,
  state: CallEventOf<'leg'>['state'],
  cause?: string,
): Promise<void> {
  const event: CallEventOf<'leg'> = {
    type: 'leg',
    id: `leg:${request.verb}:${state}`,
    at: Date.now(),
    verb: request.verb,
    state,
    ...(cause === undefined ? {} : { cause }),
  };
  // A caller who hung up has no workflow any more; that is no failure of the leg.
  await getExternalWorkflowHandle(callWorkflowId(request.parent))
    .signal(legSignal, event)
    .catch(() => undefined);
}
