import { agreeOnCodec, hangUp } from './call-progress.ts';
import { type Channel, isReady, setVariable } from './channel.ts';
import type { CalleeLeg, Core } from './core.ts';
import { queueDigits } from './digits.ts';
import { fireChannel } from './fire.ts';
import { refusalOf } from './hangup-causes.ts';

function ring(core: Core, channel: Channel): void {
  if (channel.times.progress !== 0 || !isReady(channel)) return;
  channel.profile.networkAddr = '127.0.0.1';
  channel.times.progress = core.clock.now();
  fireChannel(core, channel, 'CHANNEL_PROGRESS');
  channel.callState = 'RINGING';
}

function answered(core: Core, channel: Channel): void {
  if (channel.answerState === 'answered' || !isReady(channel)) return;
  ring(core, channel);
  channel.answerState = 'answered';
  channel.hasMedia = true;
  agreeOnCodec(channel);
  channel.times.answered = core.clock.now();
  fireChannel(core, channel, 'CHANNEL_ANSWER');
  core.bus.unseen();
  channel.endpoint.onAnswered();
  channel.thread.signal();
}

/** The called phone's hand on its leg. */
export function calleeLeg(core: Core, channel: Channel): CalleeLeg {
  return {
    uuid: channel.uuid,
    ring: () => ring(core, channel),
    answer: () => answered(core, channel),
    reject: (code) => {
      const { cause, phrase } = refusalOf(code);
      channel.profile.networkAddr = '127.0.0.1';
      hangUp(core, channel, cause, 'phone', { code, phrase });
    },
    hangUp: () => {
      setVariable(channel, 'sip_hangup_disposition', 'recv_bye');
      hangUp(core, channel, 'NORMAL_CLEARING', 'phone');
    },
    press: (digit) => {
      if (channel.hasMedia && !channel.hangup) queueDigits(channel, digit, 'RTP');
    },
  };
}
