import type { CallEvent, CallEventOf } from '../../contracts/call/event.ts';
import type { SwitchVerb } from '../../contracts/call/verb.ts';

/**
 * The one verb whose result the caller's next step depends on, with the instant by which it must be there. FreeSWITCH
 * never repeats an event: when the instant passes, the channel is asked (design §1.7).
 */
export type Awaited = {
  /** Kept whole, so that it can be issued again when it never reached the channel. */
  order: AwaitedVerb;
  dueAt: number;
  misses: number;
  /** When the switch took it, ms; undefined while that is not known. */
  issuedAt?: number;
  /** From when on a play should have told its end, ms. */
  lateAt?: number;
  /** How often in a row the channel said since then that it still runs. */
  stillRunning?: number;
  /** Set when it was issued again because it seemed never to have begun. */
  again?: true;
  /** When the channel was found with nothing running, ms. */
  idleAt?: number;
};
export type AwaitedVerb = Extract<SwitchVerb, { kind: 'play' | 'collect' | 'record' | 'bridge' }>;

/** Beyond a verb's natural length: event delivery, a reconnect of the event socket (≤ 2 s), one timer's lateness (1 s). */
export const RESULT_SLACK_MS = 3_000;
/** A running verb is asked again after this time. */
export const ASK_AGAIN_MS = 2_000;
/** A bridge of two parked legs reports within one 20 ms tick of the switch. */
const BRIDGE_EXPECT_MS = 1_000;
/** Two misses, `ASK_AGAIN_MS` apart: one alone may be a hang-up whose event is still on its way. */
export const MISSES_UNTIL_LOST = 2;
/** So often a play that should be over is asked about, `ASK_AGAIN_MS` apart, before the scenario goes on without it. */
const ASKS_UNTIL_GIVEN_UP = 3;

/** The awaited verb after `verbs` were issued at `now`; the last one that has a result counts. */
export function awaitedAfter(
  verbs: readonly SwitchVerb[],
  now: number,
  before: Awaited | undefined,
): Awaited | undefined {
  let awaited = before;
  for (const verb of verbs) {
    if (verb.kind === 'play' || verb.kind === 'collect' || verb.kind === 'record') {
      const dueAt = now + verb.expectMs + RESULT_SLACK_MS;
      awaited = { order: verb, dueAt, misses: 0, ...(verb.kind === 'play' ? { lateAt: dueAt } : {}) };
    } else if (verb.kind === 'bridge') {
      awaited = { order: verb, dueAt: now + BRIDGE_EXPECT_MS + RESULT_SLACK_MS, misses: 0 };
    } else if (verb.kind === 'music' || verb.kind === 'stop' || verb.kind === 'hangup') {
      awaited = undefined;
    }
  }
  return awaited;
}

/**
 * True when a verb that is said to run can no longer do so: its mark reached the channel, it did not (a write cut in
 * two, an application that the switch refused). Twice its natural length, since asking its caller twice is the worse
 * mistake.
 */
export function neverBegan({ order, issuedAt }: Awaited, now: number): boolean {
  const naturalMs = order.kind === 'bridge' ? BRIDGE_EXPECT_MS : order.expectMs;
  return issuedAt !== undefined && now - issuedAt > 2 * (naturalMs + RESULT_SLACK_MS);
}

/** What follows from the answer that a verb still runs. `given-up`: its result is lost, and nobody will ever tell it. */
export type Running =
  | { next: 'ask-again'; awaited: Awaited }
  | { next: 'issue-again' }
  | { next: 'given-up'; result: CallEvent };

/**
 * Takes the answer of `now` that the awaited verb runs. The switch has no mark of the end of a play that could not
 * begin (no `playback_ms`), so one whose event was lost would run for ever: issued again once, then it is passed over
 * as failed. A collect, a recording and a bridge wait for people and are asked about for as long as they last; endless
 * music is never awaited.
 */
export function whileRunning(awaited: Awaited, now: number): Running {
  const { order, lateAt, again, issuedAt } = awaited;
  const isPlay = order.kind === 'play';
  if (neverBegan(awaited, now) && !(isPlay && again)) return { next: 'issue-again' };
  const isLate = lateAt !== undefined && now >= lateAt;
  const stillRunning = isLate ? (awaited.stillRunning ?? 0) + 1 : 0;
  // One that the switch took is issued again first: what is passed over, its caller never hears.
  const mayGiveUp = again || issuedAt === undefined;
  if (isPlay && mayGiveUp && stillRunning >= ASKS_UNTIL_GIVEN_UP) {
    const id = `given-up:${order.verb}`;
    return { next: 'given-up', result: { type: 'played', id, at: now, verb: order.verb, result: 'failed' } };
  }
  return { next: 'ask-again', awaited: { ...awaited, dueAt: now + ASK_AGAIN_MS, misses: 0, stillRunning } };
}

/** Drops the awaited verb when its result has come. */
export function awaitedAfterEvent(awaited: Awaited | undefined, event: CallEvent): Awaited | undefined {
  if (awaited === undefined) return undefined;
  // Only its end may have been seen: the report of the bridge itself was lost.
  const ofBridge = event.type === 'bridged' || event.type === 'unbridged';
  if (ofBridge && awaited.order.kind === 'bridge') return undefined;
  const isResult = event.type === 'played' || event.type === 'collected' || event.type === 'recorded';
  return isResult && event.verb === awaited.order.verb ? undefined : awaited;
}

/** A channel was found with nothing running: what became of the awaited verb is asked now and not when it is due. */
export function awaitedAfterIdle(
  awaited: Awaited | undefined,
  { at }: CallEventOf<'idle'>,
  now: number,
): Awaited | undefined {
  return awaited && { ...awaited, dueAt: now, idleAt: at };
}

const CONFIRMED = 'confirmed:';

/**
 * The idle report once more, for a scenario that wants to know that its engine was away: the channel has said meanwhile
 * that the awaited verb is over. Only then may it reach the scenario.
 */
export const confirmedIdle = (verb: number, at: number): CallEventOf<'idle'> => ({
  type: 'idle',
  id: `${CONFIRMED}${verb}`,
  at,
});

export const isConfirmed = ({ id }: CallEventOf<'idle'>): boolean => id.startsWith(CONFIRMED);
