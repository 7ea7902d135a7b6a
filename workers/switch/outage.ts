import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallId } from '../../contracts/ids.ts';

/**
 * The watch over callers whose event the engine has not acknowledged. A caller must not sit in silence because Temporal
 * or a worker is away: after 1.5 s he hears that we are busy, after 8 s the fallback of the number that he dialled. The
 * same Update goes on being sent meanwhile, and the next verb breaks the filler off.
 */
export type Outage = {
  watch(call: CallId, events: readonly CallEvent[]): { done(): void };
};

/** Requirement: a waiting prompt within 2 s of the outage; 0.5 s is for the switch to start it. */
export const WAITING_AFTER_MS = 1_500;
export const FALLBACK_AFTER_MS = 8_000;

export type Filler = {
  /** Verb whose completion is under way; 0 when the call has just arrived. */
  afterVerb: number;
  kind: 'waiting' | 'fallback';
};

export type OutageOptions = {
  play(call: CallId, filler: Filler): Promise<void>;
  schedule(ms: number, run: () => void): () => void;
  onError(error: unknown): void;
};

export function createOutage(options: OutageOptions): Outage {
  return {
    watch(call, events) {
      const afterVerb = verbUnderWay(events);
      // After a hang-up nobody listens; a bridged caller talks to somebody.
      if (afterVerb === undefined) return { done: () => undefined };
      const start = (kind: Filler['kind']) => () => {
        options.play(call, { afterVerb, kind }).catch(options.onError);
      };
      const cancel = [
        options.schedule(WAITING_AFTER_MS, start('waiting')),
        options.schedule(FALLBACK_AFTER_MS, start('fallback')),
      ];
      return { done: () => cancel.forEach((stop) => void stop()) };
    },
  };
}

/** The verb whose result these events bring; undefined when no caller waits for an answer to them. */
export function verbUnderWay(events: readonly CallEvent[]): number | undefined {
  let verb: number | undefined;
  for (const event of events) {
    if (event.type === 'hungUp' || event.type === 'mediaLost') return undefined;
    if (event.type === 'arrived') verb = 0;
    if (event.type === 'played' || event.type === 'collected' || event.type === 'recorded') verb = event.verb;
  }
  return verb;
}
