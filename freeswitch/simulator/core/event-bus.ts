import type { Clock } from '../clock/clock.ts';
import { type EventKind, eventName, eventSources } from './event-sources.ts';

/** One header; a list is what the switch calls an array variable. */
export type Header = readonly [name: string, value: string | readonly string[]];

/** An event as it goes to listeners; rendering is left to them. */
export type SwitchEvent = {
  readonly name: string;
  readonly channel: string | undefined;
  readonly headers: readonly Header[];
  readonly body: string | undefined;
};

/** Somebody who wants events: usually one connection. */
export type EventListener = {
  readonly wants: (name: string) => boolean;
  readonly deliver: (event: SwitchEvent) => void;
};

/** Who the switch says it is in every event. */
export type SwitchIdentity = { readonly coreUuid: string; readonly hostname: string; readonly ipv4: string };

/** The switch's event queue. */
export type EventBus = {
  /**
   * Fires an event. Headers are built only when somebody listens to this kind. `channel` names the call it belongs to
   * (faults are applied per call).
   */
  readonly fire: (
    kind: EventKind,
    headers: () => readonly Header[],
    options?: { readonly channel?: string; readonly body?: string },
  ) => void;
  /** The headers that every event begins with. */
  readonly preamble: (kind: EventKind) => readonly Header[];
  /** Something happened that nobody can subscribe to here; it takes a sequence number all the same. */
  readonly unseen: () => void;
  readonly listen: (listener: EventListener) => () => void;
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-21 20:31:45`; the recorded switch ran on UTC. */
export function localStamp(ms: number): string {
  const d = new Date(ms);
  const day = `${d.getUTCFullYear()}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())}`;
  return `${day} ${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}:${pad(d.getUTCSeconds())}`;
}

/** Microseconds since the epoch, as the switch writes times. */
export function microseconds(ms: number): string {
  return String(Math.round(ms * 1000));
}

/** A bus whose sequence numbers have gaps, as the real ones do (design §1.2: a name, not an order). */
export function createEventBus(clock: Clock, identity: () => SwitchIdentity): EventBus {
  const listeners = new Set<EventListener>();
  let sequence = 600;

  const preamble = (kind: EventKind): readonly Header[] => {
    const now = clock.now();
    const [file, fn, line] = eventSources[kind];
    const { coreUuid, hostname, ipv4 } = identity();
    return [
      ['Event-Name', eventName(kind)],
      ['Core-UUID', coreUuid],
      ['FreeSWITCH-Hostname', hostname],
      ['FreeSWITCH-Switchname', hostname],
      ['FreeSWITCH-IPv4', ipv4],
      ['FreeSWITCH-IPv6', '::1'],
      ['Event-Date-Local', localStamp(now)],
      ['Event-Date-GMT', new Date(now).toUTCString()],
      ['Event-Date-Timestamp', microseconds(now)],
      ['Event-Calling-File', file],
      ['Event-Calling-Function', fn],
      ['Event-Calling-Line-Number', line],
      ['Event-Sequence', String(sequence)],
    ];
  };

  return {
    preamble,
    fire: (kind, headers, options = {}) => {
      sequence += 1;
      const name = eventName(kind);
      let event: SwitchEvent | undefined;
      for (const listener of listeners) {
        if (!listener.wants(name)) continue;
        event ??= {
          name,
          channel: options.channel,
          headers: [...preamble(kind), ...headers()],
          body: options.body,
        };
        listener.deliver(event);
      }
    },
    unseen: () => {
      sequence += 1;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
