import type { Clock } from '../clock/clock.ts';
import type { Channel, Direction, Endpoint, PlannedApp } from './channel.ts';
import type { EventBus } from './event-bus.ts';
import type { MediaFiles } from './media-files.ts';
import type { TaskList } from './task-list.ts';
import type { Task } from './thread.ts';

/** What the dialplan is asked. */
export type DialplanRequest = {
  readonly uuid: string;
  readonly direction: Direction;
  readonly destination: string;
  readonly context: string;
  readonly callerNumber: string;
  /** A channel variable, as a dialplan condition would read it. */
  readonly variable: (name: string) => string | undefined;
};

/** Applications for a destination; undefined = no such destination (NO_ROUTE_DESTINATION). */
export type Dialplan = (request: DialplanRequest) => readonly PlannedApp[] | undefined;

/** Where an outgoing leg goes. */
export type DialTarget = {
  readonly number: string;
  /** `host:port` when the dial string names one. */
  readonly address: string | undefined;
  /** Dialled by account (`user/…`): rings only while registered. */
  readonly byAccount: boolean;
  /** The channel that calls, and the number it shows. */
  readonly uuid: string;
  readonly callerNumber: string;
};

/** The switch's side of an outgoing leg, handed to the phone that is called. */
export type CalleeLeg = {
  readonly uuid: string;
  readonly ring: () => void;
  readonly answer: () => void;
  readonly reject: (code: 404 | 480 | 486 | 503 | 603) => void;
  readonly hangUp: () => void;
  readonly press: (digit: string) => void;
};

/** A phone that can be called: it gets its leg and says what it hears of the switch. */
export type Callee = { readonly endpoint: Endpoint; readonly invited: (leg: CalleeLeg) => void };

export type CoreSettings = {
  readonly tickMs: number;
  /** Prompts play this many times faster than their length. */
  readonly speed: number;
  readonly maxSessions: number;
  readonly gateways: ReadonlySet<string>;
  /** Global variables (`${domain}` …). */
  readonly globals: Readonly<Record<string, string>>;
  readonly inboundContext: string;
  /** A caller's codec is agreed on when he is answered, not with his INVITE. */
  readonly lateNegotiation: boolean;
};

/** Counters that tests and the control interface read. */
export type CoreStats = {
  sessions: number;
  peakSessions: number;
  /** Applications that the switch does not know. */
  unknownApps: string[];
  /** `${api(…)}` seen in an argument: an injection that would have run. */
  apiExpansions: number;
};

/** The part of a registrar that a recording shows (50-): asking for a binding and dropping it. */
export type Registrar = {
  /** `host:port` of a registered phone. */
  readonly contact: (number: string) => string | undefined;
  readonly forget: (number: string) => void;
};

/** Runs one application on a channel. */
export type AppRunner = (core: Core, channel: Channel, data: string) => Task;

/** Everything the channels share. */
export type Core = {
  readonly startedMs: number;
  readonly clock: Clock;
  readonly settings: CoreSettings;
  readonly bus: EventBus;
  readonly channels: Map<string, Channel>;
  readonly tasks: TaskList;
  readonly files: MediaFiles;
  /** Length of a prompt in ms: the given table first, then the file itself. */
  readonly promptLength: (path: string) => number | undefined;
  readonly newUuid: () => string;
  readonly stats: CoreStats;
  readonly dialplan: Dialplan;
  readonly apps: ReadonlyMap<string, AppRunner>;
  /** Where an account's phones are. */
  readonly registrar: Registrar;
  /** Finds the phone that answers a target; undefined = nobody there. */
  readonly phoneFor: (target: DialTarget) => Callee | undefined;
};
