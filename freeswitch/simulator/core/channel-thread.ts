import { hibernate, softExecute } from './bridge.ts';
import type { Channel } from './channel.ts';
import type { Core } from './core.ts';
import { enterState, fireChannel } from './fire.ts';
import { reportHangup } from './hangup-report.ts';
import { park } from './park.ts';
import { stopAllRecordings } from './recording.ts';
import { executePlan, routeChannel } from './routing.ts';
import type { Task } from './thread.ts';

function* beInState(core: Core, channel: Channel): Task {
  switch (channel.state) {
    case 'ROUTING':
      routeChannel(core, channel);
      return;
    case 'EXECUTE':
      yield* executePlan(core, channel);
      return;
    case 'HIBERNATE':
      yield* hibernate(core, channel);
      return;
    case 'SOFT_EXECUTE':
      yield* softExecute(core, channel);
      return;
    case 'PARK':
      enterState(core, channel);
      yield* park(core, channel);
      return;
    default:
      yield { until: Number.POSITIVE_INFINITY };
  }
}

/** CS_HANGUP, CS_REPORTING with CHANNEL_HANGUP_COMPLETE, then CHANNEL_DESTROY: the same for every channel. */
function end(core: Core, channel: Channel, reported: () => void): void {
  enterState(core, channel, 'HANGUP');
  stopAllRecordings(core, channel);
  core.bus.unseen();
  channel.callState = 'HANGUP';
  channel.times.hungUp = core.clock.now();
  enterState(core, channel, 'REPORTING');
  reportHangup(channel);
  const cause = channel.hangup?.cause ?? 'NORMAL_CLEARING';
  fireChannel(core, channel, 'CHANNEL_HANGUP_COMPLETE', { before: [['Hangup-Cause', cause]] });
  reported();
  channel.state = 'DESTROY';
  fireChannel(core, channel, 'CHANNEL_DESTROY');
  enterState(core, channel);
  core.tasks.remove(channel.uuid);
  core.channels.delete(channel.uuid);
}

/**
 * A channel's whole life. `begin` is what differs between an incoming and an outgoing call; `reported` runs between
 * CHANNEL_HANGUP_COMPLETE and CHANNEL_DESTROY, where the answer to a failed `originate` belongs (20-).
 */
export function* channelThread(core: Core, channel: Channel, begin: Task, reported: () => void): Task {
  yield* begin;
  while (!channel.hangup) yield* beInState(core, channel);
  end(core, channel, reported);
}
