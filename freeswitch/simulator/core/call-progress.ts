import { type Channel, setVariable } from './channel.ts';
import type { Core } from './core.ts';
import { fireChannel } from './fire.ts';
import { q850Of } from './hangup-causes.ts';
import { mediaVariables } from './sip-variables.ts';

/** `ring_ready`: 180 to the caller. Does nothing once media or an answer is there. */
export function ringReady(core: Core, channel: Channel): void {
  if (channel.times.progress !== 0 || channel.answerState !== 'ringing') return;
  channel.times.progress = core.clock.now();
  fireChannel(core, channel, 'CHANNEL_PROGRESS');
  channel.endpoint.onRinging();
}

/** The two sides have settled on a codec: for a call that comes in, with its INVITE unless negotiation is late. */
export function agreeOnCodec(channel: Channel): void {
  if (channel.codecKnown) return;
  channel.codecKnown = true;
  for (const [name, value] of Object.entries(mediaVariables())) channel.variables.set(name, value);
}

/** 183 and media; every application that plays does this by itself when the call is not answered yet. */
export function preAnswer(core: Core, channel: Channel): void {
  if (channel.hasMedia || channel.hangup) return;
  channel.hasMedia = true;
  channel.answerState = 'early';
  channel.times.progressMedia = core.clock.now();
  agreeOnCodec(channel);
  channel.variables.set('endpoint_disposition', 'EARLY MEDIA');
  fireChannel(core, channel, 'CHANNEL_PROGRESS_MEDIA');
  channel.callState = 'EARLY';
  core.bus.unseen();
  channel.endpoint.onEarly();
}

/**
 * 200 to the caller. With late negotiation the codec is agreed on now, which counts as early media: CHANNEL_PROGRESS_MEDIA
 * comes before CHANNEL_ANSWER (10-); else CHANNEL_ANSWER is alone (1.10.12).
 */
export function answer(core: Core, channel: Channel): void {
  if (channel.answerState === 'answered' || channel.hangup) return;
  if (!channel.codecKnown) preAnswer(core, channel);
  channel.hasMedia = true;
  channel.answerState = 'answered';
  channel.times.answered = core.clock.now();
  fireChannel(core, channel, 'CHANNEL_ANSWER');
  channel.callState = 'ACTIVE';
  core.bus.unseen();
  channel.variables.set('endpoint_disposition', 'ANSWER');
  channel.endpoint.onAnswered();
}

function sipTrace(channel: Channel, cause: string, by: 'switch' | 'phone', refusal?: Refusal): void {
  if (refusal) {
    setVariable(channel, 'sip_hangup_disposition', 'recv_refuse');
    setVariable(channel, 'sip_invite_failure_status', String(refusal.code));
    setVariable(channel, 'sip_invite_failure_phrase', refusal.phrase);
    setVariable(channel, 'sip_term_status', String(refusal.code));
    setVariable(channel, 'proto_specific_hangup_cause', `sip:${refusal.code}`);
    setVariable(channel, 'sip_term_cause', String(q850Of(cause)));
  } else if (by === 'phone' && cause === 'ORIGINATOR_CANCEL') {
    setVariable(channel, 'proto_specific_hangup_cause', 'sip:487');
    setVariable(channel, 'sip_hangup_disposition', 'recv_cancel');
  } else if (by === 'phone') {
    setVariable(channel, 'sip_term_status', '200');
    setVariable(channel, 'proto_specific_hangup_cause', 'sip:200');
    setVariable(channel, 'sip_term_cause', '16');
    setVariable(channel, 'sip_hangup_disposition', 'recv_bye');
  }
}

/** A SIP refusal: code and reason phrase. */
export type Refusal = { readonly code: number; readonly phrase: string };

/** How the switch ends a leg that nobody else has ended: BYE, CANCEL of its own INVITE, or a refusal of the caller's. */
function dispositionOf({ answerState, direction }: Channel): string {
  if (answerState === 'answered') return 'send_bye';
  return direction === 'outbound' ? 'send_cancel' : 'send_refuse';
}

/** Whoever is bridged with this channel, or about to be, has to look again. */
export function tellPartner(channel: Channel): void {
  const link = channel.nextBridge;
  if (link) (link.a === channel ? link.b : link.a).thread.signal();
}

/**
 * Ends a channel: CHANNEL_HANGUP goes out at once from whoever asked; the channel's own thread notices on its next
 * tick, or immediately when the phone itself hung up (11-, 12-).
 */
export function hangUp(
  core: Core,
  channel: Channel,
  cause: string,
  by: 'switch' | 'phone' = 'switch',
  refusal?: Refusal,
): void {
  if (channel.hangup) return;
  sipTrace(channel, cause, by, refusal);
  if (by === 'switch') setVariable(channel, 'sip_hangup_disposition', dispositionOf(channel));
  if (channel.bridge) {
    setVariable(channel, 'last_bridge_role', channel.bridge.a === channel ? 'originator' : 'originatee');
  }
  channel.hangup = { cause, by };
  channel.state = 'HANGUP';
  channel.answerState = 'hangup';
  fireChannel(core, channel, 'CHANNEL_HANGUP');
  channel.endpoint.onEnded(cause, by);
  tellPartner(channel);
  const connected = ['EXECUTE', 'SOFT_EXECUTE', 'EXCHANGE_MEDIA', 'PARK'].includes(channel.running);
  if (by === 'switch' && connected) channel.thread.signal();
  else channel.thread.wake();
}
