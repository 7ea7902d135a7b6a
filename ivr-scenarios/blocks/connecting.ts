import type { CallEvent, CallEventOf } from '../../contracts/call/event.ts';
import type { DialTarget, Verb } from '../../contracts/call/verb.ts';
import type { DialDigits } from '../../contracts/ids.ts';
import type { Music } from '../../contracts/scenario/music.ts';
import { cancelDeadline, setDeadline } from '../engine/deadlines.ts';
import { awaitVerb, type Draft, issue } from '../engine/draft.ts';
import { startMusic } from '../engine/music.ts';
import type { Connecting } from '../engine/snapshot.ts';
import { type DialFailure, failureOf, failureOfAttended, UPSTREAM_REASON } from './dial-failure.ts';
import { completes, IGNORED, leave, type Reaction, STAY } from './driver.ts';

/** The far end is asked for this much longer than it may ring, in case its report was lost. */
const RING_GRACE_MS = 5_000;
/** A leg that ended before the bridge was seen: reports of the two channels may overtake each other by this much. */
const BRIDGE_GRACE_MS = 1_500;

type Accept = NonNullable<Extract<Verb, { kind: 'dial' }>['accept']>;
/** `acceptMs`: how long whoever answers may take for his key. */
export type DialOrder = { accept?: Accept; acceptMs?: number };

/** Dials and plays music meanwhile. */
export function startDial(
  draft: Draft,
  block: { target: DialTarget; ringMs: number; music: Music },
  { accept, acceptMs = 0 }: DialOrder,
): void {
  const { target, ringMs, music } = block;
  const { callerId } = draft.state;
  const dial = issue(draft, {
    kind: 'dial',
    target,
    ringMs,
    expectMs: ringMs + acceptMs,
    ...(callerId === undefined ? {} : { callerId: callerId as DialDigits }),
    ...(accept === undefined ? {} : { accept }),
  });
  startMusic(draft, music);
  draft.state.connecting = { dial, phase: 'ringing', music: true, legEnded: false };
  if (accept !== undefined) draft.state.connecting.attended = true;
  delete draft.state.upstream;
  awaitVerb(draft, dial, 'dial');
  setDeadline(draft, 'ring', draft.at + ringMs + acceptMs + RING_GRACE_MS);
}

/** What an event means to a connection; after the talk it is left by `connected`. */
export function onConnecting(draft: Draft, event: CallEvent): Reaction {
  const { connecting } = draft.state;
  return connecting === undefined ? IGNORED : reaction(draft, connecting, event);
}

function reaction(draft: Draft, connecting: Connecting, event: CallEvent): Reaction {
  switch (event.type) {
    case 'leg':
      return event.verb === connecting.dial ? onLeg(draft, connecting, event) : IGNORED;
    case 'bridged':
      return onBridged(draft, connecting);
    case 'unbridged':
      return connecting.phase === 'ringing' ? IGNORED : onUnbridged(draft, connecting);
    case 'deadline':
      return onDeadline(draft, connecting, event.deadline);
    case 'idle':
      return completes(draft, event) ? onIdle(draft, connecting) : IGNORED;
    default:
      return IGNORED;
  }
}

function onLeg(draft: Draft, connecting: Connecting, event: CallEventOf<'leg'>): Reaction {
  if (event.state === 'answered' && connecting.phase === 'ringing') return bridge(draft, connecting);
  if (event.state !== 'ended' || connecting.legEnded) return IGNORED;
  connecting.legEnded = true;
  if (connecting.phase === 'ringing')
    return failed(draft, connecting, (connecting.attended ? failureOfAttended : failureOf)(event.cause));
  // Bridged, the end of the talk is told by the caller's own channel; still bridging, it may overtake the bridge.
  if (connecting.phase === 'bridging') setDeadline(draft, 'bridge', draft.at + BRIDGE_GRACE_MS);
  return STAY;
}

function bridge(draft: Draft, connecting: Connecting): Reaction {
  cancelDeadline(draft, 'ring');
  stopMusic(draft, connecting);
  connecting.phase = 'bridging';
  awaitVerb(draft, issue(draft, { kind: 'bridge', dial: connecting.dial }), 'bridge');
  return STAY;
}

function onBridged(draft: Draft, connecting: Connecting): Reaction {
  if (connecting.phase !== 'bridging') return IGNORED;
  cancelDeadline(draft, 'bridge');
  connecting.phase = 'bridged';
  draft.state.reached.connected = true;
  return STAY;
}

/** While it rings the caller's channel may well be idle; later it means that the end of the bridge was missed. */
function onIdle(draft: Draft, connecting: Connecting): Reaction {
  if (connecting.phase === 'ringing') return IGNORED;
  if (connecting.phase === 'bridged') return onUnbridged(draft, connecting);
  if (!connecting.legEnded) issue(draft, { kind: 'cancelDial', dial: connecting.dial });
  return failed(draft, connecting, 'failed');
}

/** Parked again: whoever was bridged and whatever report of it is missing, the talk is over. */
function onUnbridged(draft: Draft, connecting: Connecting): Reaction {
  cancelDeadline(draft, 'bridge');
  draft.state.reached.connected = true;
  if (!connecting.legEnded) issue(draft, { kind: 'cancelDial', dial: connecting.dial });
  return done(draft, 'connected');
}

function onDeadline(draft: Draft, connecting: Connecting, id: string): Reaction {
  if (id === 'ring' && connecting.phase === 'ringing') {
    issue(draft, { kind: 'cancelDial', dial: connecting.dial });
    return failed(draft, connecting, 'noAnswer');
  }
  return id === 'bridge' && connecting.phase === 'bridging' ? failed(draft, connecting, 'failed') : IGNORED;
}

function failed(draft: Draft, connecting: Connecting, outcome: DialFailure): Reaction {
  stopMusic(draft, connecting);
  draft.state.upstream = UPSTREAM_REASON[outcome];
  return done(draft, outcome);
}

function done(draft: Draft, outcome: string): Reaction {
  cancelDeadline(draft, 'ring');
  cancelDeadline(draft, 'bridge');
  delete draft.state.connecting;
  return leave(outcome);
}

function stopMusic(draft: Draft, connecting: Connecting): void {
  if (connecting.music) issue(draft, { kind: 'stop' });
  connecting.music = false;
}
