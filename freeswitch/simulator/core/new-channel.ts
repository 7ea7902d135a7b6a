import type { CallerProfile, Channel, Direction, Endpoint } from './channel.ts';
import type { Core } from './core.ts';
import { createThread } from './thread.ts';

/** What a new channel starts with. */
export type NewChannel = {
  readonly uuid: string;
  readonly direction: Direction;
  readonly name: string;
  readonly profile: Omit<
    CallerProfile,
    'uniqueId' | 'channelName' | 'index' | 'createdMs' | 'direction' | 'logicalDirection'
  >;
  readonly endpoint: Endpoint;
};

/** Creates a channel in CS_NEW and registers it; nothing is fired and its thread is not started yet. */
export function newChannel(core: Core, { uuid, direction, name, profile, endpoint }: NewChannel): Channel {
  const now = core.clock.now();
  core.stats.sessions += 1;
  const channel: Channel = {
    uuid,
    sessionId: core.stats.sessions,
    direction,
    name,
    state: 'NEW',
    running: 'NEW',
    callState: 'DOWN',
    answerState: 'ringing',
    hitDialplan: direction === 'inbound',
    hasMedia: false,
    codecKnown: false,
    listensIn: false,
    callUuid: uuid,
    profile: {
      ...profile,
      direction,
      logicalDirection: direction,
      uniqueId: uuid,
      channelName: name,
      index: 1,
      createdMs: now,
    },
    profileKnown: false,
    times: {
      created: now,
      answered: 0,
      progress: 0,
      progressMedia: 0,
      hungUp: 0,
      bridged: 0,
      lastHold: 0,
      holdAccum: 0,
    },
    variables: new Map(),
    messages: [],
    digits: [],
    dialled: '',
    locked: false,
    breakRequested: false,
    loopStopped: false,
    plan: [],
    recordings: new Map(),
    lastApp: {},
    shown: { app: '', data: '' },
    displaced: new Map(),
    thread: createThread(core.clock, core.settings.tickMs),
    endpoint,
  };
  core.channels.set(uuid, channel);
  core.stats.peakSessions = Math.max(core.stats.peakSessions, core.channels.size);
  return channel;
}
