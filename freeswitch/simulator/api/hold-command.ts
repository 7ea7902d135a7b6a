import type { Channel } from '../core/channel.ts';
import type { Core } from '../core/core.ts';
import { fireChannel } from '../core/fire.ts';
import { splitArguments } from '../core/split-arguments.ts';
import { type ApiCommand, immediate } from './api-command.ts';

function hold(core: Core, channel: Channel): void {
  channel.times.lastHold = core.clock.now();
  channel.callState = 'HELD';
  fireChannel(core, channel, 'CHANNEL_HOLD');
}

/** Ends in call state ACTIVE; only the event itself says UNHELD. */
function unhold(core: Core, channel: Channel): void {
  channel.times.holdAccum += core.clock.now() - channel.times.lastHold;
  channel.callState = 'UNHELD';
  fireChannel(core, channel, 'CHANNEL_UNHOLD');
  channel.callState = 'ACTIVE';
}

/**
 * `uuid_hold [off|toggle] <uuid>` (1.10.12). To hold what is held already fails, and so does the opposite; a channel that
 * is gone is `+OK`.
 */
export const holdCommand: ApiCommand = immediate((core, args) => {
  const [first = '', second = ''] = splitArguments(args, ' ');
  if (first === '') return '-USAGE: [off|toggle] <uuid> [<display>]\n-ERR Operation failed\n';
  const worded = first === 'off' || first === 'toggle';
  const channel = core.channels.get(worded ? second : first);
  if (!channel) return '+OK Success\n';
  const held = channel.callState === 'HELD';
  const wanted = first === 'toggle' ? !held : first !== 'off';
  if (wanted === held) return '-ERR Operation failed\n';
  if (wanted) hold(core, channel);
  else unhold(core, channel);
  return '+OK Success\n';
});
