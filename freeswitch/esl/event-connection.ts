import { systemClock } from './clock.ts';
import type { EslEvent } from './event.ts';
import { createEventIntake, type IntakeCounters } from './event-intake.ts';
import { type EslFrame, isErrorReply } from './frame.ts';
import type { JobRegistry } from './job-registry.ts';
import { createLink, type EndpointOptions, type LinkState, type LinkTimeouts } from './link.ts';
import { silentLog } from './log.ts';
import { createMetronome, type MetronomeCounters } from './metronome.ts';
import { createSilenceWatch } from './silence-watch.ts';
import { subscribeCommand } from './subscription.ts';

export type EventTimeouts = LinkTimeouts & {
  /** HEARTBEAT comes every 20 s; after this silence, ms, the switch is asked for a sign of life. */
  readonly silenceMs: number;
  /** The same while live, when the metronome is answered every few ms. */
  readonly liveSilenceMs: number;
  /** How long the sign of life may take, ms. */
  readonly answerMs: number;
};

export type Connected = {
  readonly coreUuid: string;
  /** The switch restarted since we last were connected: its channels and jobs are gone. */
  readonly coreChanged: boolean;
};

export type EventConnectionOptions = EndpointOptions & {
  /** Names, and `CUSTOM x::y` for subclasses; HEARTBEAT and BACKGROUND_JOB are always added. */
  readonly events: readonly string[];
  /** Must be quick; what it throws is counted and logged, and the next event follows. */
  readonly onEvent: (event: EslEvent) => void;
  readonly onStateChange?: (state: LinkState, reason: string) => void;
  /** Subscribed and ready; called on every (re)connection. */
  readonly onConnected?: (connected: Connected) => void;
  readonly jobs?: JobRegistry;
  readonly timeouts?: Partial<EventTimeouts>;
  /** From beat to beat while live, ms; 2 unless given. */
  readonly metronomeMs?: number;
};

export type EventCounters = IntakeCounters & {
  readonly bytes: number;
  readonly reconnects: number;
  readonly metronome: MetronomeCounters;
};

export type EventConnection = {
  /** While calls are live the metronome beats, so that events do not wait for the switch's poll. */
  setLive(live: boolean): void;
  state(): LinkState;
  /** Undefined until the first connection. */
  coreUuid(): string | undefined;
  counters(): EventCounters;
  close(): void;
};

const DEFAULTS = { silenceMs: 25_000, liveSilenceMs: 1_000, answerMs: 2_000 };
const SIGN_OF_LIFE = 'nolog\n\n';
const ASK_CORE = 'api global_getvar core_uuid\n\n';
const UUID = /^[0-9a-f-]{36}$/i;

/** Opens the event connection of a switch and keeps it subscribed; reads always. */
export function createEventConnection(options: EventConnectionOptions): EventConnection {
  const { clock = systemClock, log = silentLog } = options;
  const node = options.name ?? options.host;
  const timeouts = { ...DEFAULTS, ...options.timeouts };
  const subscribe = subscribeCommand(options.events);
  const { jobs, onEvent } = options;
  const intake = createEventIntake({ clock, log, node, jobs, onEvent, onCore: learnCore });
  let bytes = 0;
  let core: string | undefined;
  let subscribed = false;
  let announced = false;
  let live = false;

  const link = createLink({
    ...options,
    onFrame,
    onState,
    onBytes: (count) => {
      bytes += count;
      watch.heard();
    },
  });
  const metronome = createMetronome({
    clock,
    intervalMs: options.metronomeMs ?? 2,
    beat: () => link.write(SIGN_OF_LIFE),
  });
  const watch = createSilenceWatch({
    clock,
    silenceMs: () => (live ? timeouts.liveSilenceMs : timeouts.silenceMs),
    answerMs: timeouts.answerMs,
    ask: () => link.write(SIGN_OF_LIFE),
    dead: () => link.drop('half-open: no sign of life'),
  });

  function onState(state: LinkState, reason: string): void {
    if (state === 'up') {
      subscribed = false;
      announced = false;
      link.write(subscribe + ASK_CORE);
      watch.start();
    } else {
      metronome.reset();
      watch.stop();
    }
    options.onStateChange?.(state, reason);
  }

  /** The core's uuid is the last thing missing for a connection to be usable. */
  function learnCore(coreUuid: string): void {
    if (announced && coreUuid === core) return;
    const coreChanged = core !== undefined && core !== coreUuid;
    core = coreUuid;
    announced = true;
    if (coreChanged) jobs?.loseAll('the switch restarted');
    if (live) metronome.start();
    log('info', 'esl subscribed', { node, coreUuid, coreChanged });
    options.onConnected?.({ coreUuid, coreChanged });
  }

  function onReply(text: string): void {
    if (subscribed) {
      metronome.answered();
      return;
    }
    subscribed = true;
    if (isErrorReply(text)) link.refuse('subscription refused');
  }

  function onFrame(frame: EslFrame): void {
    if (frame.contentType === 'text/event-json') intake.take(frame.body);
    else if (frame.contentType === 'command/reply') onReply(frame.headers.get('reply-text') ?? '');
    else if (frame.contentType === 'api/response' && UUID.test(frame.body.trim())) {
      learnCore(frame.body.trim());
    }
  }

  return {
    setLive(next): void {
      if (next === live) return;
      live = next;
      if (!live) metronome.stop();
      else if (announced && link.state() === 'up') metronome.start();
      watch.rearm();
    },
    state: link.state,
    coreUuid: () => core,
    counters: () => ({
      ...intake.counters(),
      bytes,
      reconnects: link.reconnects(),
      metronome: metronome.counters(),
    }),
    close: link.close,
  };
}
