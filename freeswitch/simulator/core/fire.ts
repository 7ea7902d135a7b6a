import type { Channel, StateName } from './channel.ts';
import { channelHeaders, variableHeaders } from './channel-headers.ts';
import type { Core } from './core.ts';
import type { Header } from './event-bus.ts';
import type { EventKind } from './event-sources.ts';

/** Fires an event that carries the channel and all its variables. */
export function fireChannel(
  core: Core,
  channel: Channel,
  kind: EventKind,
  extra: { readonly before?: readonly Header[]; readonly after?: readonly Header[] } = {},
): void {
  core.bus.fire(
    kind,
    () => [
      ...(extra.before ?? []),
      ...channelHeaders(channel),
      ...variableHeaders(channel),
      ...(extra.after ?? []),
    ],
    { channel: channel.uuid },
  );
}

/** Fires an event without variables (CHANNEL_STATE, DTMF). */
export function fireBrief(
  core: Core,
  channel: Channel,
  kind: EventKind,
  after: readonly Header[] = [],
): void {
  core.bus.fire(kind, () => [...channelHeaders(channel), ...after], { channel: channel.uuid });
}

/** The thread arrives in a state and says so. */
export function enterState(core: Core, channel: Channel, state: StateName = channel.state): void {
  channel.state = state;
  channel.running = state;
  fireBrief(core, channel, 'CHANNEL_STATE');
}
