import { createEventConnection, type EslEvent } from '../../freeswitch/esl/index.ts';
import type { NodeAddress } from '../../workers/config.ts';
import { type CallLog, createCallLog, type SeenCall } from './call-log.ts';

/**
 * An observer of its own at the switch. Every figure is the difference of two of the switch's own timestamps
 * (`Event-Date-Timestamp`, microseconds; exact with `1ms-timer=true`), so it does not matter when an event arrives here.
 */
export type Witness = Pick<CallLog, 'callsTo' | 'forget'> & {
  /** Told of each prompt's start and each call's end. */
  onChange(listener: (call: SeenCall) => void): () => void;
  /** Events that could not be read; a run with any is not counted. */
  broken(): number;
  close(): void;
};

const EVENTS = ['CHANNEL_CREATE', 'DTMF', 'PLAYBACK_START', 'CHANNEL_HANGUP_COMPLETE'];

/** Connects and resolves as soon as the subscription stands. */
export async function openWitness({ host, port, password }: NodeAddress): Promise<Witness> {
  const log = createCallLog();
  const listeners = new Set<(call: SeenCall) => void>();
  const ready = Promise.withResolvers<void>();
  const onEvent = (event: EslEvent): void => {
    if (event.uuid === undefined) return;
    const changed = log.take({
      name: event.name,
      uuid: event.uuid,
      at: event.timestampMs,
      called: event.header('Caller-Destination-Number'),
      digit: event.header('DTMF-Digit'),
      file: event.header('Playback-File-Path'),
    });
    if (changed !== undefined) for (const listener of listeners) listener(changed);
  };
  const connection = createEventConnection({
    host,
    port,
    password,
    name: 'witness',
    events: EVENTS,
    onEvent,
    onStateChange: (state, reason) => {
      if (state === 'refused') ready.reject(new Error(`the switch refused the witness: ${reason}`));
    },
    onConnected: () => ready.resolve(),
  });
  await ready.promise;
  return {
    callsTo: log.callsTo,
    forget: log.forget,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    broken: () => connection.counters().brokenJson,
    close: connection.close,
  };
}
