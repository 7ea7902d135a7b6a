import { randomUUID } from 'node:crypto';
import { CallwrightError } from '../../contracts/errors.ts';
import { createApi } from './api/registry.ts';
import type { Clock } from './clock/clock.ts';
import { createRealClock } from './clock/real-clock.ts';
import type { Channel } from './core/channel.ts';
import type { Dialplan } from './core/core.ts';
import { createDialplan } from './core/dialplan.ts';
import { takeCall } from './core/inbound-call.ts';
import { createMediaFiles, type MediaFiles } from './core/media-files.ts';
import { createEslServer } from './esl/esl-server.ts';
import { createFaultFilter, type EventFaults, type FaultCounts, noFaults } from './esl/faults.ts';
import { createEslSession, type EslSession } from './esl/session.ts';
import type { PhoneBehaviour } from './phones/behaviour.ts';
import { createPhoneBook, type Phone, type PhoneBook, type PhoneOptions } from './phones/phone-book.ts';
import { type RunningSwitch, startSwitch } from './switch.ts';

/** How to set a simulator up. Only the password is needed. */
export type SimulatorOptions = {
  readonly password: string;
  readonly host?: string;
  /** 0 = any free port. */
  readonly eslPort?: number;
  readonly clock?: Clock;
  /** Lengths in ms of prompts that need not exist as files, by path or by a function. */
  readonly promptDurations?: Readonly<Record<string, number>> | ((path: string) => number | undefined);
  readonly dialplan?: Dialplan;
  /** Sound files; the disk unless a test says otherwise. */
  readonly files?: MediaFiles;
  /** Prompts play this many times faster. */
  readonly speed?: number;
  /** The event socket's poll in ms (20 on a real switch); 0 delivers at once. */
  readonly eventPollMs?: number;
  readonly tickMs?: number;
  readonly heartbeatMs?: number;
  readonly hostname?: string;
  readonly gateways?: readonly string[];
  readonly globals?: Readonly<Record<string, string>>;
  readonly inboundContext?: string;
  /** As `inbound-late-negotiation` of a SIP profile; `freeswitch/conf` leaves it off, the recorded switch had it on. */
  readonly lateNegotiation?: boolean;
  readonly maxSessions?: number;
  /** What a number nobody has does when it is called. */
  readonly unknownNumber?: PhoneBehaviour;
};

/** What the simulator has seen so far. */
export type SimulatorStats = {
  readonly coreUuid: string;
  readonly channels: number;
  readonly sessions: number;
  readonly peakSessions: number;
  readonly connections: number;
  readonly invites: Readonly<Record<string, number>>;
  readonly faults: FaultCounts;
  readonly unknownApps: readonly string[];
  readonly apiExpansions: number;
};

/** The switch simulator. */
export type Simulator = {
  readonly start: () => Promise<{ readonly esl: number }>;
  readonly stop: () => Promise<void>;
  readonly ports: () => { readonly esl: number };
  readonly clock: Clock;
  readonly phone: (options: PhoneOptions) => Phone;
  readonly phones: PhoneBook;
  readonly channels: () => readonly Channel[];
  readonly stats: () => SimulatorStats;
  /** kill -9 of the switch: connections and channels are gone without a word, and it stays down. */
  readonly crash: () => Promise<void>;
  /** Comes back after a crash, on the same port, with a new Core-UUID. */
  readonly restart: () => Promise<void>;
  /** Resets every event-socket connection; returns how many. */
  readonly cut: () => number;
  /** Half-open: connections stay but are dead; returns how many. */
  readonly freeze: () => number;
  readonly setFaults: (faults: Partial<EventFaults>) => void;
  /** An event-socket session without TCP, for tests on a virtual clock. */
  readonly attach: (write: (frame: Buffer) => void) => EslSession;
};

function promptLengthOf(options: SimulatorOptions, onDisk: (path: string) => number | undefined) {
  const table = options.promptDurations ?? {};
  return (path: string): number | undefined =>
    (typeof table === 'function' ? table(path) : table[path]) ?? onDisk(path);
}

function switchStarter(
  options: SimulatorOptions,
  clock: Clock,
  phones: () => PhoneBook,
): () => RunningSwitch {
  const files = options.files ?? createMediaFiles();
  return () =>
    startSwitch({
      clock,
      hostname: options.hostname ?? 'switch-1',
      ipv4: options.host ?? '127.0.0.1',
      heartbeatMs: options.heartbeatMs ?? 20_000,
      dialplan: options.dialplan ?? createDialplan(),
      files,
      promptLength: promptLengthOf(options, files.durationMs),
      phones,
      settings: {
        tickMs: options.tickMs ?? 20,
        speed: options.speed ?? 1,
        maxSessions: options.maxSessions ?? 5000,
        gateways: new Set(options.gateways ?? ['trunk']),
        globals: options.globals ?? {},
        inboundContext: options.inboundContext ?? 'public',
        lateNegotiation: options.lateNegotiation ?? false,
      },
    });
}

function switchStats(
  running: RunningSwitch | undefined,
): Omit<SimulatorStats, 'connections' | 'invites' | 'faults'> {
  const stats = running?.core.stats;
  return {
    coreUuid: running?.coreUuid ?? '',
    channels: running?.core.channels.size ?? 0,
    sessions: stats?.sessions ?? 0,
    peakSessions: stats?.peakSessions ?? 0,
    unknownApps: [...(stats?.unknownApps ?? [])],
    apiExpansions: stats?.apiExpansions ?? 0,
  };
}

/** Creates a simulator; nothing listens until `start`. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const clock = options.clock ?? createRealClock();
  const host = options.host ?? '127.0.0.1';
  const api = createApi();
  const counts: FaultCounts = { dropped: 0, duplicated: 0, moved: 0 };
  let faults = noFaults;
  let port = options.eslPort ?? 0;
  let running: RunningSwitch | undefined;

  const phones = createPhoneBook({
    clock,
    newUuid: randomUUID,
    invite: (invite) => (running ? takeCall(running.core, invite) : undefined),
    defaultBehaviour: options.unknownNumber ?? { kind: 'reject', code: 404 },
  });
  const boot = switchStarter(options, clock, () => phones);
  const alive = (): RunningSwitch => {
    if (!running)
      throw new CallwrightError('switch/failed', 'the switch simulator is not running; call start() first');
    return running;
  };
  const session = (write: (frame: Buffer) => void, close: () => void): EslSession =>
    createEslSession({
      core: alive().core,
      api,
      password: options.password,
      eventPollMs: options.eventPollMs ?? 20,
      faults: createFaultFilter(() => faults, counts),
      write,
      close,
    });
  const server = createEslServer(session);

  const powerOff = async (): Promise<void> => {
    running?.pullPlug();
    running = undefined;
    phones.loseAll();
    await server.close();
  };
  const powerOn = async (): Promise<void> => {
    running ??= boot();
    port = await server.listen(host, port);
  };

  return {
    clock,
    phones,
    phone: phones.phone,
    start: async () => {
      await powerOn();
      return { esl: port };
    },
    stop: powerOff,
    crash: powerOff,
    restart: powerOn,
    ports: () => ({ esl: port }),
    channels: () => [...(running?.core.channels.values() ?? [])],
    cut: server.cut,
    freeze: server.freeze,
    setFaults: (change) => {
      faults = { ...noFaults, ...change };
    },
    attach: (write) => {
      running ??= boot();
      return session(write, () => {});
    },
    stats: () => ({
      ...switchStats(running),
      connections: server.connections(),
      invites: Object.fromEntries(phones.invites),
      faults: { ...counts },
    }),
  };
}
