import type { LookedUp, Submitted } from '../../activities/message/types.ts';
import type { MessageFigures } from '../../contracts/message/names.ts';

/** When something may be done next, ms; what the ledger does not hold, because forgetting it does no harm. */
export type Pace = {
  submitAt: number;
  /** Hand-overs in a row that brought nothing forward. */
  pauses: number;
  lookAt: number;
  /** Look-ups in a row that told nothing new. */
  idleLooks: number;
  finishAt: number;
};

export type Step = { do: 'submit' } | { do: 'look-up' } | { do: 'finish' } | { do: 'wait'; ms: number };

const LEAST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Reports of Korean carriers may take 72 h; asking more seldom than this would keep people from the outcome. */
const LONGEST_LOOK_MS = 10 * 60_000;
const FINISH_AGAIN_MS = 5_000;
/** Nothing is expected to happen by itself then; a signal or the sweep wakes the message. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/** The pace of a message that begins, also in a new run: everything may be done at once. */
export const newPace = (): Pace => ({ submitAt: 0, pauses: 0, lookAt: 0, idleLooks: 0, finishAt: 0 });

/** What to do now. Texts go before questions: who waits for a text has heard nothing yet. */
export function nextStep({ waiting, open, nextDueAt }: MessageFigures, pace: Pace, now: number): Step {
  const submitAt = waiting === 0 ? Number.POSITIVE_INFINITY : Math.max(nextDueAt ?? now, pace.submitAt);
  if (submitAt <= now) return { do: 'submit' };
  const lookAt = open === 0 ? Number.POSITIVE_INFINITY : pace.lookAt;
  if (lookAt <= now) return { do: 'look-up' };
  const settled = waiting === 0 && open === 0;
  if (settled && pace.finishAt <= now) return { do: 'finish' };
  const wakeAt = settled ? pace.finishAt : Math.min(submitAt, lookAt);
  return { do: 'wait', ms: Math.min(wakeAt - now, LONGEST_WAIT_MS) };
}

/** After a hand-over. One that a provider put off, or that found nothing to take, is followed by growing pauses. */
export function afterSubmit(pace: Pace, { handed, holdMs, lookMs }: Submitted, now: number): Pace {
  const lookAt = pace.lookAt > now ? Math.min(pace.lookAt, now + lookMs) : now + lookMs;
  const next = { ...pace, lookAt, idleLooks: 0, finishAt: 0 };
  if (handed > 0 && holdMs === 0) return { ...next, submitAt: now, pauses: 0 };
  const grown = Math.min(LEAST_PAUSE_MS * 2 ** Math.min(pace.pauses, 20), LONGEST_PAUSE_MS);
  return { ...next, submitAt: now + Math.max(holdMs, grown), pauses: pace.pauses + 1 };
}

/** After a look-up. What told nothing new is asked again ever more seldom. */
export function afterLookUp(pace: Pace, { learnt, more, lookMs }: LookedUp, now: number): Pace {
  if (learnt > 0) return { ...pace, lookAt: more ? now : now + lookMs, idleLooks: 0 };
  const grown = Math.max(lookMs, LEAST_PAUSE_MS) * 2 ** Math.min(pace.idleLooks, 20);
  return { ...pace, lookAt: now + Math.min(grown, LONGEST_LOOK_MS), idleLooks: pace.idleLooks + 1 };
}

/** After a look at the ledger that found it not settled although the figures had said so. */
export const afterFinish = (pace: Pace, now: number): Pace => ({ ...pace, finishAt: now + FINISH_AGAIN_MS });
