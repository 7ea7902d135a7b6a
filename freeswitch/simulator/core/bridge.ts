import { hangUp } from './call-progress.ts';
import { type BridgeLink, type Channel, isReady, setVariable, variable } from './channel.ts';
import type { Core } from './core.ts';
import { takeDigit } from './digits.ts';
import type { Header } from './event-bus.ts';
import { runMessages } from './exec.ts';
import { enterState, fireBrief, fireChannel } from './fire.ts';
import type { Task } from './thread.ts';
import { moveTo, renewProfile } from './transfer.ts';

function seeEachOther(channel: Channel, peer: Channel, type: 'originator' | 'originatee'): void {
  channel.other = {
    type,
    profile: { ...peer.profile, logicalDirection: 'inbound', rdnis: undefined },
    times: { ...peer.times },
  };
  setVariable(channel, 'bridge_channel', peer.name);
  setVariable(channel, 'bridge_uuid', peer.uuid);
  setVariable(channel, 'signal_bond', peer.uuid);
}

/** Who each side shows to be talking to; the other leg's headers are those of just before (30-). */
function exchangeNames(a: Channel, b: Channel): void {
  seeEachOther(a, b, 'originatee');
  seeEachOther(b, a, 'originator');
  const { callerName, callerNumber } = a.profile;
  const { calleeName, calleeNumber } = b.profile;
  Object.assign(a.profile, { calleeName, calleeNumber });
  Object.assign(b.profile, { callerName, callerNumber });
  // A leg that we dialled counts as incoming once it is the first of a bridge (31-).
  a.profile.logicalDirection = 'inbound';
}

/**
 * `uuid_bridge a b`: both legs are told to leave what they do, also an earlier bridge. They meet in CS_SOFT_EXECUTE one
 * to three ticks later (30-, 31-).
 */
export function bridgeChannels(core: Core, a: Channel, b: Channel): void {
  const link: BridgeLink = { a, b };
  for (const [channel, peer] of [
    [a, b],
    [b, a],
  ] as const) {
    renewProfile(core, channel, `uuid_br:${peer.uuid}`);
    channel.times.bridged = 0;
    channel.callUuid = channel.uuid;
    channel.nextBridge = link;
    moveTo(channel, 'HIBERNATE');
  }
  exchangeNames(a, b);
  setVariable(a, 'uuid_bridge', b.uuid);
  if (b.direction === 'outbound') b.hitDialplan = false;
}

/** CS_HIBERNATE and CS_RESET: the way into a bridge. The b-leg waits there for the a-leg. */
export function* hibernate(core: Core, channel: Channel): Task {
  enterState(core, channel);
  enterState(core, channel, 'RESET');
  const link = channel.nextBridge;
  if (!link) return;
  if (channel === link.a) {
    channel.state = 'SOFT_EXECUTE';
    link.b.thread.wake();
    return;
  }
  while (isReady(channel)) {
    const a: Channel = link.a;
    if (a.hangup || a.nextBridge !== link) {
      // The other side went away before the two had met.
      leaveBridge(core, channel, a);
      return;
    }
    if (a.running === 'SOFT_EXECUTE' || a.state === 'SOFT_EXECUTE') {
      channel.state = 'SOFT_EXECUTE';
      return;
    }
    yield { until: Number.POSITIVE_INFINITY };
  }
}

/** What a leg does when its bridge is over and nobody has sent it elsewhere: park or hang up (30-). */
function leaveBridge(core: Core, channel: Channel, peer: Channel): void {
  channel.nextBridge = undefined;
  channel.bridge = undefined;
  setVariable(channel, 'last_bridge_to', peer.uuid);
  if (peer.hangup) {
    setVariable(channel, 'last_bridge_hangup_cause', peer.hangup.cause);
    setVariable(
      channel,
      'last_bridge_proto_specific_hangup_cause',
      variable(peer, 'proto_specific_hangup_cause'),
    );
  }
  if (variable(channel, 'park_after_bridge') === 'true') channel.state = 'PARK';
  else hangUp(core, channel, 'NORMAL_CLEARING');
}

function announceBridge(core: Core, { a, b }: BridgeLink): readonly Header[] {
  setVariable(a, 'uuid_bridge', undefined);
  const peerHeaders = (peer: Channel): { after: Header[] } => ({
    after: [
      ['Application', 'uuid_bridge'],
      ['Application-Data', peer.uuid],
    ],
  });
  fireChannel(core, a, 'CHANNEL_EXECUTE_BRIDGE_A', peerHeaders(b));
  fireChannel(core, b, 'CHANNEL_EXECUTE_BRIDGE_B', peerHeaders(a));
  a.times.bridged = core.clock.now();
  b.times.bridged = core.clock.now();
  b.callUuid = a.uuid;
  for (const [channel, peer] of [
    [a, b],
    [b, a],
  ] as const) {
    channel.bridge = { a, b };
    channel.shown = { app: 'uuid_bridge', data: peer.uuid };
    setVariable(channel, 'last_sent_callee_id_name', peer.profile.callerName ?? peer.profile.callerNumber);
    setVariable(channel, 'last_sent_callee_id_number', peer.profile.callerNumber);
  }
  const ids: readonly Header[] = [
    ['Bridge-A-Unique-ID', a.uuid],
    ['Bridge-B-Unique-ID', b.uuid],
  ];
  fireChannel(core, a, 'CHANNEL_BRIDGE', { before: ids });
  setVariable(b, 'call_uuid', a.uuid);
  for (const [channel, peer] of [
    [a, b],
    [b, a],
  ] as const) {
    setVariable(channel, 'bridge_to', peer.uuid);
    setVariable(channel, 'last_bridge_to', peer.uuid);
  }
  b.running = 'CONSUME_MEDIA';
  b.state = 'CONSUME_MEDIA';
  fireBrief(core, b, 'CHANNEL_STATE');
  enterState(core, b, 'EXCHANGE_MEDIA');
  return ids;
}

/**
 * Passes keys from one leg to the other, one each tick. What clients send to a leg runs meanwhile: the leg hears it
 * instead of the other one (1.10.12).
 */
function relayDigits(core: Core, channel: Channel, peer: Channel): void {
  const digit = takeDigit(core, channel);
  if (digit) peer.endpoint.onDigit(digit);
}

/** Functions, since the compiler would otherwise remember states from before a `yield`. */
const isIn = (channel: Channel, state: Channel['state']): boolean =>
  isReady(channel) && channel.running === state;
const causeOf = (channel: Channel): string | undefined => channel.hangup?.cause;

/** The a-leg's part in CS_SOFT_EXECUTE: waits for the b-leg, joins, stays until one of the two goes. */
function* holdBridge(core: Core, channel: Channel, link: BridgeLink): Task {
  const { b } = link;
  while (isReady(channel) && !isIn(b, 'SOFT_EXECUTE') && !causeOf(b) && b.nextBridge === link) {
    yield { until: channel.thread.nextTick() };
  }
  yield { until: channel.thread.nextTick() };
  if (!isReady(channel) || !isIn(b, 'SOFT_EXECUTE')) {
    if (isReady(channel)) leaveBridge(core, channel, b);
    return;
  }
  const ids = announceBridge(core, link);
  b.thread.wake();
  const hear = channel.endpoint.onSound({ kind: 'bridge', source: b.uuid });
  for (;;) {
    yield* runMessages(core, channel);
    if (!isReady(channel) || !isIn(b, 'EXCHANGE_MEDIA')) break;
    relayDigits(core, channel, b);
    yield { until: channel.digits.length > 0 ? channel.thread.nextTick() : Number.POSITIVE_INFINITY };
  }
  hear(true);
  setVariable(channel, 'bridge_hangup_cause', causeOf(b));
  setVariable(channel, 'last_bridge_hangup_cause', causeOf(b));
  setVariable(channel, 'bridge_to', undefined);
  if (channel.hangup) setVariable(channel, 'last_bridge_role', 'originator');
  fireChannel(core, channel, 'CHANNEL_UNBRIDGE', { before: ids });
  channel.bridge = undefined;
  b.thread.signal();
  if (isReady(channel)) leaveBridge(core, channel, b);
}

/** The b-leg's part: it only waits, and looks after itself when the a-leg has gone. */
function* followBridge(core: Core, channel: Channel, link: BridgeLink): Task {
  const { a } = link;
  while (isReady(channel) && channel.running === 'SOFT_EXECUTE') {
    if (a.hangup || a.nextBridge !== link) break;
    yield { until: Number.POSITIVE_INFINITY };
  }
  const joined = a.bridge?.b === channel;
  const hear = joined ? channel.endpoint.onSound({ kind: 'bridge', source: a.uuid }) : () => {};
  const together = (): boolean =>
    isReady(channel) && a.bridge?.b === channel && a.running === 'SOFT_EXECUTE' && isReady(a);
  while (together()) {
    yield* runMessages(core, channel);
    if (!together()) break;
    relayDigits(core, channel, a);
    yield { until: channel.digits.length > 0 ? channel.thread.nextTick() : Number.POSITIVE_INFINITY };
  }
  hear(true);
  setVariable(channel, 'bridge_to', undefined);
  if (isReady(channel)) {
    leaveBridge(core, channel, a);
  } else {
    channel.bridge = undefined;
    channel.callUuid = channel.uuid;
    setVariable(channel, 'call_uuid', channel.uuid);
  }
  a.thread.signal();
}

/** CS_SOFT_EXECUTE: the two legs of `uuid_bridge` are together. */
export function* softExecute(core: Core, channel: Channel): Task {
  enterState(core, channel);
  const link = channel.nextBridge;
  if (!link) {
    hangUp(core, channel, 'NORMAL_CLEARING');
    return;
  }
  if (channel === link.a) yield* holdBridge(core, channel, link);
  else yield* followBridge(core, channel, link);
}
