import { tellPartner } from './call-progress.ts';
import { type Channel, type StateName, setVariable } from './channel.ts';
import type { Core } from './core.ts';

/** Adds to the list variable `transfer_history`: one entry is a string, several a list (30-). */
function remember(channel: Channel, entry: string): void {
  const before = channel.variables.get('transfer_history');
  const list = before === undefined ? [] : typeof before === 'string' ? [before] : before;
  channel.variables.set('transfer_history', list.length === 0 ? entry : [...list, entry]);
  setVariable(channel, 'transfer_source', entry);
}

/** Gives the channel a new caller profile, as every transfer and every bridge does, and notes where it came from. */
export function renewProfile(
  core: Core,
  channel: Channel,
  reason: string,
  change: Partial<Channel['profile']> = {},
): void {
  const entry = `${Math.floor(core.clock.now() / 1000)}:${core.newUuid()}:${reason}`;
  channel.profile = {
    ...channel.profile,
    ...change,
    transferSource: entry,
    index: channel.profile.index + 1,
    createdMs: core.clock.now(),
  };
  remember(channel, entry);
}

/** Tells a channel to be in another state; its thread gets there on the next tick. */
export function moveTo(channel: Channel, state: StateName): void {
  channel.state = state;
  channel.thread.signal();
}

/** Sends a channel to an extension: it leaves whatever it does, also a bridge, and asks the dialplan again. */
export function transfer(
  core: Core,
  channel: Channel,
  destination: string,
  dialplan = channel.profile.dialplan ?? 'XML',
  context = channel.profile.context,
): void {
  if (channel.hangup) return;
  renewProfile(core, channel, `bl_xfer:${destination}/${context}/${dialplan}`, {
    destination,
    dialplan,
    context,
    rdnis: channel.profile.destination,
  });
  tellPartner(channel);
  channel.nextBridge = undefined;
  channel.other = undefined;
  setVariable(channel, 'signal_bond', undefined);
  channel.times.bridged = 0;
  moveTo(channel, 'ROUTING');
}
