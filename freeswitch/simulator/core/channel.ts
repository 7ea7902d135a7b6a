import type { Thread } from './thread.ts';

/** Number of each state as `Channel-State-Number` reports it. */
export const stateNumbers = {
  NEW: 0,
  INIT: 1,
  ROUTING: 2,
  SOFT_EXECUTE: 3,
  EXECUTE: 4,
  EXCHANGE_MEDIA: 5,
  PARK: 6,
  CONSUME_MEDIA: 7,
  HIBERNATE: 8,
  RESET: 9,
  HANGUP: 10,
  REPORTING: 11,
  DESTROY: 12,
} as const;

export type StateName = keyof typeof stateNumbers;
export type CallState = 'DOWN' | 'RINGING' | 'EARLY' | 'ACTIVE' | 'HELD' | 'UNHELD' | 'HANGUP';
export type AnswerState = 'ringing' | 'early' | 'answered' | 'hangup';
export type Direction = 'inbound' | 'outbound';

/** An application that a client sent with `sendmsg … execute`. */
export type AppMessage = {
  readonly app: string;
  readonly data: string | undefined;
  readonly uuid: string | undefined;
  /** `event-lock: true`: nothing else starts while it runs (30-). */
  readonly lock: boolean;
  /** How often it is run; negative = until stopped. */
  readonly loops: number;
};

/** An application named by the dialplan. */
export type PlannedApp = { readonly app: string; readonly data?: string };

export type Digit = { readonly digit: string; readonly source: 'APP' | 'RTP' };

/** The `Caller-…` (or `Other-Leg-…`) headers of a channel. */
export type CallerProfile = {
  direction: Direction;
  logicalDirection: Direction;
  username?: string | undefined;
  dialplan?: string | undefined;
  callerName?: string | undefined;
  callerNumber?: string | undefined;
  origCallerName?: string | undefined;
  origCallerNumber?: string | undefined;
  calleeName?: string | undefined;
  calleeNumber?: string | undefined;
  networkAddr?: string | undefined;
  ani?: string | undefined;
  destination: string;
  uniqueId: string;
  source: string;
  transferSource?: string | undefined;
  context: string;
  rdnis?: string | undefined;
  channelName: string;
  index: number;
  createdMs: number;
};

/** Times of a call in ms since the epoch, 0 = never. */
export type CallTimes = {
  created: number;
  answered: number;
  progress: number;
  progressMedia: number;
  hungUp: number;
  bridged: number;
  lastHold: number;
  /** How long it was held in all, in ms. */
  holdAccum: number;
};

/** What the switch tells the far end's telephone. */
export type Endpoint = {
  /** 180 to a caller. */
  readonly onRinging: () => void;
  /** 183: early media runs. */
  readonly onEarly: () => void;
  readonly onAnswered: () => void;
  readonly onEnded: (cause: string, by: 'switch' | 'phone') => void;
  /** A sound begins for the listener; the result ends it. */
  readonly onSound: (sound: {
    kind: 'file' | 'silence' | 'tone' | 'bridge';
    source: string;
    leadMs?: number;
    /** Laid over what plays already. */
    mixed?: boolean;
  }) => (completed: boolean) => void;
  /** When the person stops (or stopped) speaking, ms since the epoch. */
  readonly speechEndsAt: () => number;
  /** What the person said between two times, 16-bit samples at 8 kHz; undefined for one who only hums. */
  readonly voice: (fromMs: number, toMs: number) => Buffer | undefined;
  /** A digit that the other party pressed during a bridge. */
  readonly onDigit: (digit: string) => void;
};

/** One bridge between two channels; `a` is the leg that was named first. */
export type BridgeLink = { readonly a: Channel; readonly b: Channel };

export type Recording = {
  readonly path: string;
  readonly startedMs: number;
  readonly stereo: boolean;
  /** Begun by the application `record`, not by `uuid_record`. */
  readonly byApplication: boolean;
  /** Masked stretches: [from, to] in ms since the epoch; `to` Infinity while still masked. */
  readonly masks: [number, number][];
};

/** A channel of the switch: plain data, changed only by the core. */
export type Channel = {
  readonly uuid: string;
  readonly sessionId: number;
  readonly direction: Direction;
  readonly name: string;
  presenceId?: string;
  /** The state it is told to be in … */
  state: StateName;
  /** … and the one its thread has reached. They differ until the thread has noticed. */
  running: StateName;
  callState: CallState;
  answerState: AnswerState;
  hitDialplan: boolean;
  /** Sound goes both ways, before or after the answer. */
  hasMedia: boolean;
  /** Its codec has been agreed on; events show it from then on. */
  codecKnown: boolean;
  /** While it eavesdrops its sound is read undecoded (31-). */
  listensIn: boolean;
  callUuid: string;
  profile: CallerProfile;
  /** False in the very first event, before the SIP module has filled the profile in. */
  profileKnown: boolean;
  other?: { readonly type: string; readonly profile: CallerProfile; readonly times: CallTimes } | undefined;
  readonly times: CallTimes;
  readonly variables: Map<string, string | string[]>;
  readonly messages: AppMessage[];
  readonly digits: Digit[];
  dialled: string;
  locked: boolean;
  breakRequested: boolean;
  /** Set by `uuid_break`: what runs in a loop does not begin again. */
  loopStopped: boolean;
  hangup?: { readonly cause: string; readonly by: 'switch' | 'phone' };
  plan: readonly PlannedApp[];
  bridge?: BridgeLink | undefined;
  /** The bridge that HIBERNATE leads to. */
  nextBridge?: BridgeLink | undefined;
  readonly recordings: Map<string, Recording>;
  lastApp: { app?: string; data?: string | undefined };
  /** What `show channels` reports: the last CHANNEL_EXECUTE, over or not (10-). */
  shown: { readonly app: string; readonly data: string };
  /** Files mixed in by `uuid_displace`: how to end each. */
  readonly displaced: Map<string, () => void>;
  readonly thread: Thread;
  readonly endpoint: Endpoint;
};

/** True while the thread may go on with what it does: neither hung up nor told to be elsewhere. */
export function isReady(channel: Channel): boolean {
  return channel.hangup === undefined && channel.state === channel.running;
}

/** Reads a single-valued variable. */
export function variable(channel: Channel, name: string): string | undefined {
  const value = channel.variables.get(name);
  return typeof value === 'string' ? value : value?.at(-1);
}

/** Sets a variable, or removes it when the value is empty, as `set` and `uuid_setvar` do. */
export function setVariable(channel: Channel, name: string, value: string | undefined): void {
  if (value === undefined || value === '') channel.variables.delete(name);
  else channel.variables.set(name, value);
}
