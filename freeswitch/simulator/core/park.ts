import { type Channel, isReady } from './channel.ts';
import type { Core } from './core.ts';
import { takeDigit } from './digits.ts';
import { runMessages } from './exec.ts';
import { fireChannel } from './fire.ts';
import type { Task } from './thread.ts';

/**
 * Holds a channel until it is moved or hung up, running what clients send. Keys pressed while nothing else runs are
 * taken and lost, one each 20 ms, as DTMF events only (30-): a digit collected later does not see them.
 */
export function* park(core: Core, channel: Channel): Task {
  fireChannel(core, channel, 'CHANNEL_PARK');
  while (isReady(channel)) {
    const pending = channel.messages.length > 0 || channel.digits.length > 0;
    yield { until: pending ? channel.thread.nextTick() : Number.POSITIVE_INFINITY };
    yield* runMessages(core, channel);
    if (isReady(channel)) takeDigit(core, channel);
  }
  fireChannel(core, channel, 'CHANNEL_UNPARK');
}
