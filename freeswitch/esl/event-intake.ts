import type { Clock } from './clock.ts';
import { type EslEvent, parseEvent } from './event.ts';
import type { JobRegistry } from './job-registry.ts';
import { createLagGauge, type Lag } from './lag-gauge.ts';
import type { EslLog } from './log.ts';

export type IntakeOptions = {
  readonly clock: Clock;
  readonly log: EslLog;
  /** Name of the node, for logs. */
  readonly node: string;
  readonly jobs: JobRegistry | undefined;
  readonly onEvent: (event: EslEvent) => void;
  /** Called with the Core-UUID of each event, before the event is delivered. */
  readonly onCore: (coreUuid: string) => void;
};

export type IntakeCounters = {
  readonly events: number;
  /** Dropped: not JSON, or without a name. */
  readonly brokenJson: number;
  /** Passed on with `known: false`. */
  readonly unknownEvents: number;
  /** What `onEvent` threw. */
  readonly handlerErrors: number;
  readonly lagMs: Lag;
  /** Wall clock, ms since 1970. */
  readonly lastHeartbeatAt: number | undefined;
};

export type EventIntake = {
  /** Takes the body of a `text/event-json` frame; never throws. */
  take(body: string): void;
  counters(): IntakeCounters;
};

/** Parses, counts and hands on events; one that is broken costs only itself. */
export function createEventIntake(options: IntakeOptions): EventIntake {
  const { clock, log, node, jobs } = options;
  const count = { events: 0, brokenJson: 0, unknownEvents: 0, handlerErrors: 0 };
  const lag = createLagGauge();
  let lastHeartbeatAt: number | undefined;

  function measure(event: EslEvent): void {
    count.events += 1;
    if (!event.known) count.unknownEvents += 1;
    const now = clock.now();
    if (Number.isFinite(event.timestampMs)) lag.note(now - event.timestampMs, now);
    if (event.name === 'HEARTBEAT') lastHeartbeatAt = now;
  }

  function deliver(event: EslEvent): void {
    try {
      options.onEvent(event);
    } catch (error) {
      count.handlerErrors += 1;
      const kind = error instanceof Error ? error.name : typeof error;
      log('error', 'esl event handler failed', { node, event: event.name, kind });
    }
  }

  return {
    take(body): void {
      const event = parseEvent(body);
      if (event === undefined) {
        count.brokenJson += 1;
        log('warn', 'esl event dropped: broken JSON', { node, characters: body.length });
        return;
      }
      measure(event);
      if (event.coreUuid !== '') options.onCore(event.coreUuid);
      if (event.name === 'BACKGROUND_JOB') {
        jobs?.complete(event.header('Job-UUID') ?? '', event.header('_body') ?? '');
      }
      deliver(event);
    },
    counters: () => ({ ...count, lagMs: lag.read(clock.now()), lastHeartbeatAt }),
  };
}
