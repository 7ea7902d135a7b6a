import type { CallEvent } from '../../contracts/call/event.ts';
import { CallId, type CoreUuid } from '../../contracts/ids.ts';
import type { ChannelRow } from '../../freeswitch/commands/index.ts';

/**
 * Compares the channels that live in the switch with the calls that we believe in. Pure; the effects of the plan are
 * the caller's (design §1.7, requirement of step 1: adopt, end, lost).
 */
export type KnownCall = {
  call: CallId;
  core: CoreUuid;
  leg: boolean;
  state: 'starting' | 'active';
  ageMs: number;
};

export type Plan = {
  /** Channels that no call of ours knows: adopted if they are ours, which their variables tell. */
  strangers: CallId[];
  /** Calls whose channel lives: nothing to do but to forget earlier misses. */
  alive: CallId[];
  /** Calls without a channel; lost after two misses. */
  missing: CallId[];
  /** Calls of an earlier life of the switch: lost at once. */
  ofAnotherCore: CallId[];
};

/** A channel or a row that is younger may simply not have met its other half yet. */
const YOUNG_MS = 5_000;

const isOld = (channel: ChannelRow, now: number): boolean => now - channel.createdAt >= YOUNG_MS;

/**
 * True when a channel has passed the dialplan: parked, told something by us before, or simply old. A verb that came
 * before `park` would make the park look like the end of a bridge.
 */
export const isOurs = (channel: ChannelRow, marked: boolean, now: number): boolean =>
  marked || channel.application === 'park' || isOld(channel, now);

/** `heard` tells which channels this worker knows from their own events; all, unless given. */
export function planReconcile(
  channels: readonly ChannelRow[],
  known: readonly KnownCall[],
  core: CoreUuid,
  now: number,
  heard: (channel: string) => boolean = () => true,
): Plan {
  const living = new Map(channels.map((channel) => [channel.uuid, channel]));
  const plan: Plan = { strangers: [], alive: [], missing: [], ofAnotherCore: [] };
  for (const { call, core: of, state, ageMs } of known) {
    if (living.has(call)) {
      plan.alive.push(call);
      // Written, but never started: its first event was lost with the worker that held it.
      if (state === 'starting' && ageMs >= YOUNG_MS) plan.strangers.push(call);
    } else if (of !== core) plan.ofAnotherCore.push(call);
    else if (ageMs >= YOUNG_MS) plan.missing.push(call);
  }
  const believed = new Set<string>(known.map(({ call }) => call));
  for (const channel of channels) {
    const call = CallId.safeParse(channel.uuid);
    // Nobody listened when an unheard one came: its dead man may fire 4 s after its arrival, and a result that its
    // workflow waits for may have been missed.
    const due = isOld(channel, now) || !heard(channel.uuid);
    if (call.success && due && !believed.has(channel.uuid)) plan.strangers.push(call.data);
  }
  return plan;
}

/** The event that tells a call's workflow that its channel is gone for good. */
export const lostEvent = (
  call: CallId,
  at: number,
  reason: 'core-restarted' | 'channel-gone',
): Extract<CallEvent, { type: 'mediaLost' }> => ({
  type: 'mediaLost',
  id: `lost:${call}:${reason}`,
  at,
  reason,
});
