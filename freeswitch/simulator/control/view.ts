import type { Clock } from '../clock/clock.ts';
import type { Channel } from '../core/channel.ts';
import type { PhoneCall } from '../phones/phone-call.ts';
import type { CallView, ChannelView } from './messages.ts';

/** A call as data, as it is now. */
export function viewCall(call: PhoneCall, clock: Clock): CallView {
  const ending = call.ending();
  const answeredAt = call.answeredAt();
  const endedAt = call.endedAt();
  return {
    uuid: call.uuid,
    at: clock.now(),
    number: call.number,
    peer: call.peer,
    direction: call.direction,
    state: call.state(),
    startedAt: call.startedAt,
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(ending ? { cause: ending.cause, endedBy: ending.by } : {}),
    digits: call.digits(),
    heard: call.heard.map((sound) => ({ ...sound })),
  };
}

/** A channel as data. */
export function viewChannel(channel: Channel): ChannelView {
  return {
    uuid: channel.uuid,
    direction: channel.direction,
    state: `CS_${channel.running}`,
    answerState: channel.answerState,
    application: channel.shown.app,
  };
}
