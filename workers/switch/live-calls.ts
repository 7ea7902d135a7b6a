import type { CallId } from '../../contracts/ids.ts';
import type { Addressed } from '../../freeswitch/events/index.ts';

/** What a switch worker knows about the channels that live on its node; rebuilt by every reconcile. */
export type LiveCall = { call: CallId; leg: boolean; bridged: boolean; since: number };

export type LiveCalls = {
  /** Follows an event; returns true when the number of live channels changed from or to zero. */
  follow(addressed: Addressed): void;
  /** `bridged`: as the switch lists it; what events have told of a call since is kept. */
  add(call: CallId, leg: boolean, bridged?: boolean): void;
  remove(call: CallId): void;
  has(call: CallId): boolean;
  /** Callers whom only the dead-man transfer would save: parked, not talking to anybody. */
  unbridged(): CallId[];
  all(): CallId[];
  clear(): void;
  size(): number;
};

/** `onLive` hears whether any channel lives: that is when the event socket's metronome has to beat. */
export function createLiveCalls(now: () => number, onLive: (live: boolean) => void): LiveCalls {
  const calls = new Map<CallId, LiveCall>();
  const changed = (change: () => void): void => {
    const before = calls.size;
    change();
    if ((before === 0) !== (calls.size === 0)) onLive(calls.size > 0);
  };
  const add = (call: CallId, leg: boolean, bridged = false): void => {
    if (!calls.has(call)) changed(() => calls.set(call, { call, leg, bridged, since: now() }));
  };

  return {
    follow({ call, event }) {
      if (event.type === 'hungUp') return changed(() => calls.delete(call));
      if (event.type === 'arrived') return add(call, false);
      if (event.type === 'leg') return add(call, true);
      const known = calls.get(call);
      if (known === undefined) return;
      if (event.type === 'bridged') known.bridged = true;
      if (event.type === 'unbridged') known.bridged = false;
    },
    add,
    remove: (call) => changed(() => calls.delete(call)),
    has: (call) => calls.has(call),
    unbridged: () => [...calls.values()].filter((call) => !call.leg && !call.bridged).map(({ call }) => call),
    all: () => [...calls.keys()],
    clear: () => changed(() => calls.clear()),
    size: () => calls.size,
  };
}
