import { agreeOnCodec, hangUp } from './call-progress.ts';
import { type Channel, type Endpoint, setVariable } from './channel.ts';
import { channelThread } from './channel-thread.ts';
import type { Core } from './core.ts';
import { queueDigits } from './digits.ts';
import { enterState, fireChannel } from './fire.ts';
import { newChannel } from './new-channel.ts';
import { applyVariables } from './routing.ts';
import { inboundSipVariables } from './sip-variables.ts';
import type { Task } from './thread.ts';

/** An INVITE that reaches the switch. */
export type Invite = {
  readonly uuid: string;
  readonly callerNumber: string;
  readonly callerName: string;
  readonly destination: string;
  readonly endpoint: Endpoint;
  /** Of the dialplan; the switch's own for calls from outside unless given. */
  readonly context?: string;
};

/** The caller's hand on his call. */
export type CallerLeg = {
  readonly uuid: string;
  readonly hangUp: () => void;
  readonly press: (keys: string) => void;
};

// biome-ignore lint/correctness/useYield: the begin step of a channel is a task; this one never has to wait.
function* begin(core: Core, channel: Channel): Task {
  enterState(core, channel, 'NEW');
  channel.profileKnown = true;
  enterState(core, channel, 'INIT');
  channel.state = 'ROUTING';
  fireChannel(core, channel, 'CHANNEL_CREATE');
  core.bus.unseen();
}

/** Takes a call in: CS_NEW, CS_INIT, CHANNEL_CREATE, the dialplan (10-). */
export function takeCall(core: Core, invite: Invite): CallerLeg {
  const { uuid, callerNumber, callerName, destination } = invite;
  const address = '127.0.0.1:5060';
  const channel = newChannel(core, {
    uuid,
    direction: 'inbound',
    name: `sofia/external/${callerNumber}@${address}`,
    endpoint: invite.endpoint,
    profile: {
      username: callerNumber,
      dialplan: 'XML',
      callerName,
      callerNumber,
      origCallerName: callerName,
      origCallerNumber: callerNumber,
      networkAddr: '127.0.0.1',
      ani: callerNumber,
      destination,
      source: 'mod_sofia',
      context: invite.context ?? core.settings.inboundContext,
    },
  });
  applyVariables(channel, {
    direction: 'inbound',
    uuid,
    call_uuid: uuid,
    session_id: String(channel.sessionId),
    channel_name: channel.name,
    sip_call_id: `${channel.sessionId}-simulated@127.0.0.1`,
    sip_invite_stamp: String(Math.round(channel.times.created * 1000)),
    ...inboundSipVariables({ from: callerNumber, to: destination, address }, callerName, 'external'),
  });
  if (!core.settings.lateNegotiation) {
    agreeOnCodec(channel);
    setVariable(channel, 'endpoint_disposition', 'RECEIVED');
  }
  channel.thread.start(channelThread(core, channel, begin(core, channel), () => {}));
  return {
    uuid,
    // BYE, or CANCEL while it rings.
    hangUp: () => {
      const answered = channel.answerState === 'answered';
      hangUp(core, channel, answered ? 'NORMAL_CLEARING' : 'ORIGINATOR_CANCEL', 'phone');
    },
    // Keys travel in the media stream: without one there is nothing to press into.
    press: (keys) => {
      if (channel.hasMedia && !channel.hangup) queueDigits(channel, keys, 'RTP');
    },
  };
}
