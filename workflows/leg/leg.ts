import { allHandlersFinished, condition, setHandler } from '@temporalio/workflow';
import type { DialRequest } from '../../activities/call/types.ts';
import { createInbox } from '../call/inbox.ts';
import { eventsUpdate } from '../call/messages.ts';
import { onceMore } from './activities.ts';
import { dialOnce } from './dial-once.ts';
import { cancelLegSignal } from './messages.ts';
import { followLeg, type LegProgress, lostLeg, newLeg } from './progress.ts';
import { tellCaller } from './tell-caller.ts';

/** Ring time-outs belong to the switch (`originate_timeout`); this backstop only notices that its verdict was lost. */
const BACKSTOP_MS = 5_000;
/** While the leg talks, nothing is due: the watch looks whether the channel still lives. */
const WATCH_MS = 60_000;

/** How long nobody may have answered; whoever has to press a key first has not. */
const untilAnsweredMs = ({ ringMs, accept }: DialRequest): number => ringMs + (accept?.ms ?? 0) + BACKSTOP_MS;

/** One outbound leg: dialled at most once, reported to the call that wanted it, settled in the ledger. */
export async function leg(request: DialRequest): Promise<{ cause: string }> {
  const inbox = createInbox();
  let finished = false;
  let cancelled = false;
  setHandler(eventsUpdate, async (events) => {
    const mark = inbox.put(events);
    await condition(() => inbox.workedOff(mark) || finished);
    return { accepted: events.length };
  });
  setHandler(cancelLegSignal, () => {
    cancelled = true;
  });

  const first = await dialOnce(request);
  const { hangUpLeg, legState, settleLeg } = onceMore(request.node);
  const { leg: id, node } = request;
  let progress: LegProgress = newLeg();
  if (first.status === 'refused') progress = { ...progress, cause: first.cause ?? 'CALL_REJECTED' };
  let killed = false;
  while (progress.cause === undefined) {
    const wait = progress.answered ? WATCH_MS : untilAnsweredMs(request);
    const woke = await condition(() => !inbox.isEmpty() || (cancelled && !killed), wait);
    if (cancelled && !killed) {
      killed = true;
      await hangUpLeg({ leg: id, node, cause: progress.answered ? 'NORMAL_CLEARING' : 'ORIGINATOR_CANCEL' });
    }
    for (const event of inbox.take()) {
      const followed = followLeg(progress, event);
      progress = followed.leg;
      if (followed.news === undefined || followed.news === 'ended') continue;
      await tellCaller(request, followed.news);
      if (followed.news === 'answered') await settleLeg({ leg: id, state: 'answered' });
    }
    inbox.settle();
    if (!woke && !(await legState({ leg: id, node })).alive) progress = lostLeg(progress);
  }
  finished = true;
  const { cause } = progress;
  await tellCaller(request, 'ended', cause);
  await settleLeg({ leg: id, state: 'ended', cause });
  await condition(allHandlersFinished);
  return { cause };
}
