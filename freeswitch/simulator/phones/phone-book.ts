import type { Clock } from '../clock/clock.ts';
import type { Callee, DialTarget, Registrar } from '../core/core.ts';
import type { CallerLeg, Invite } from '../core/inbound-call.ts';
import { behave, type PhoneBehaviour } from './behaviour.ts';
import { createPhoneLine, type PhoneCall, type PhoneLine } from './phone-call.ts';

/** A virtual telephone. */
export type Phone = {
  readonly number: string;
  /** Calls into the switch. */
  readonly call: (destination: string, options?: CallOptions) => PhoneCall;
  /** Calls that the switch has placed to it, oldest first. */
  readonly received: readonly PhoneCall[];
  readonly behave: (behaviour: PhoneBehaviour) => void;
  /** Registered phones can be dialled as `user/<number>`. */
  readonly register: () => void;
  readonly unregister: () => void;
  /** Takes it away: its number is again whoever had it before. */
  readonly remove: () => void;
};

/** `uuid` fixes the channel's id, for replays of recorded calls; `context`: of the dialplan, as for registered phones. */
export type CallOptions = {
  readonly callerNumber?: string;
  readonly callerName?: string;
  readonly uuid?: string;
  readonly context?: string;
};

export type PhoneOptions = {
  readonly number: string;
  readonly behaviour?: PhoneBehaviour;
  /** Only calls to this `host:port` reach it; without one the number alone decides. */
  readonly address?: string;
  readonly registered?: boolean;
};

/** All phones, and the independent witness of what reached them. */
export type PhoneBook = {
  readonly phone: (options: PhoneOptions) => Phone;
  readonly place: (from: string, destination: string, options?: CallOptions) => PhoneCall;
  readonly find: (target: DialTarget) => Callee | undefined;
  readonly registrar: Registrar;
  /** INVITEs per number, also those nobody answered: two for one promise is a double dial. */
  readonly invites: ReadonlyMap<string, number>;
  readonly calls: () => readonly PhoneCall[];
  readonly onCall: (listener: (call: PhoneCall) => void) => () => void;
  readonly loseAll: () => void;
};

type Entry = {
  readonly number: string;
  readonly address: string | undefined;
  behaviour: PhoneBehaviour;
  registered: boolean;
  readonly received: PhoneCall[];
};

type Wiring = {
  readonly clock: Clock;
  readonly newUuid: () => string;
  /** Hands an INVITE to the switch; undefined while it is down. */
  readonly invite: (invite: Invite) => CallerLeg | undefined;
  readonly defaultBehaviour: PhoneBehaviour;
  /** How many ended calls are remembered. */
  readonly keep?: number;
};

function inviteOut(wiring: Wiring, from: string, destination: string, options: CallOptions): PhoneLine {
  const callerNumber = options.callerNumber ?? from;
  const uuid = options.uuid ?? wiring.newUuid();
  const line = createPhoneLine(wiring.clock, {
    uuid,
    number: from,
    peer: destination,
    direction: 'to-switch',
  });
  const leg = wiring.invite({
    uuid,
    callerNumber,
    callerName: options.callerName ?? callerNumber,
    destination,
    endpoint: line.endpoint,
    ...(options.context === undefined ? {} : { context: options.context }),
  });
  if (leg) line.connect({ press: leg.press, hangUp: leg.hangUp, answer: () => {}, reject: () => {} });
  else line.lose();
  return line;
}

function newEntry(options: PhoneOptions): Entry {
  return {
    number: options.number,
    address: options.address,
    behaviour: options.behaviour ?? { kind: 'answer' },
    registered: options.registered ?? true,
    received: [],
  };
}

function phoneOf(entry: Entry, entries: Entry[], place: PhoneBook['place']): Phone {
  return {
    number: entry.number,
    received: entry.received,
    call: (destination, options) => place(entry.number, destination, options),
    behave: (behaviour) => {
      entry.behaviour = behaviour;
    },
    register: () => {
      entry.registered = true;
    },
    unregister: () => {
      entry.registered = false;
    },
    remove: () => {
      const index = entries.indexOf(entry);
      if (index >= 0) entries.splice(index, 1);
    },
  };
}

/** Creates an empty book; a number nobody has behaves as `defaultBehaviour` says. */
export function createPhoneBook(wiring: Wiring): PhoneBook {
  const entries: Entry[] = [];
  const invites = new Map<string, number>();
  const lines = new Set<PhoneLine>();
  const listeners = new Set<(call: PhoneCall) => void>();

  const track = (line: PhoneLine): void => {
    lines.add(line);
    for (const old of lines) {
      if (lines.size <= (wiring.keep ?? 5000)) break;
      if (old.call.endedAt() !== undefined) lines.delete(old);
    }
    for (const listener of listeners) listener(line.call);
  };

  const place: PhoneBook['place'] = (from, destination, options = {}) => {
    const line = inviteOut(wiring, from, destination, options);
    track(line);
    return line.call;
  };

  const lookup = ({ number, address }: DialTarget): Entry | undefined =>
    entries.findLast((e) => e.address !== undefined && e.address === address) ??
    entries.findLast((e) => e.address === undefined && e.number === number);

  const find: PhoneBook['find'] = (target) => {
    const entry = lookup(target);
    if (target.byAccount && !entry?.registered) return undefined;
    invites.set(target.number, (invites.get(target.number) ?? 0) + 1);
    const { number, uuid, callerNumber } = target;
    const line = createPhoneLine(wiring.clock, {
      uuid,
      number,
      peer: callerNumber,
      direction: 'from-switch',
    });
    return {
      endpoint: line.endpoint,
      invited: (leg) => {
        line.connect({ press: leg.press, hangUp: leg.hangUp, answer: leg.answer, reject: leg.reject });
        entry?.received.push(line.call);
        track(line);
        const ring = (): void => {
          leg.ring();
          line.ringing();
        };
        behave(wiring.clock, entry?.behaviour ?? wiring.defaultBehaviour, { call: line.call, leg, ring });
      },
    };
  };

  const registrar: Registrar = {
    contact: (number) => {
      const entry = entries.findLast((e) => e.number === number && e.registered);
      return entry && (entry.address ?? '127.0.0.1:5060');
    },
    forget: (number) => {
      for (const entry of entries) if (entry.number === number) entry.registered = false;
    },
  };

  return {
    place,
    find,
    registrar,
    invites,
    calls: () => [...lines].map((line) => line.call),
    onCall: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    loseAll: () => {
      for (const line of lines) line.lose();
    },
    phone: (options) => {
      const entry = newEntry(options);
      entries.push(entry);
      return phoneOf(entry, entries, place);
    },
  };
}
