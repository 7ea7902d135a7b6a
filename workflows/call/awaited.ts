import type { CallEvent } from '../../contracts/call/event.ts';
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

/** The awaited verb after `verbs` were issued at `now`; the last one that has a result counts. */
export function awaitedAfter(
  verbs: readonly SwitchVerb[],
  now: number,
  before: Awaited | undefined,
): Awaited | undefined {
  let awaited = before;
  for (const verb of verbs) {
    if (verb.kind === 'play' || verb.kind === 'collect' || verb.kind === 'record') {
      awaited = { order: verb, dueAt: now + verb.expectMs + RESULT_SLACK_MS, misses: 0 };
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

/** Drops the awaited verb when its result has come. */
export function awaitedAfterEvent(awaited: Awaited | undefined, event: CallEvent): Awaited | undefined {
  if (awaited === undefined) return undefined;
  // Only its end may have been seen: the report of the bridge itself was lost.
  const ofBridge = event.type === 'bridged' || event.type === 'unbridged';
  if (ofBridge && awaited.order.kind === 'bridge') return undefined;
  const isResult = event.type === 'played' || event.type === 'collected' || event.type === 'recorded';
  return isResult && event.verb === awaited.order.verb ? undefined : awaited;
}
