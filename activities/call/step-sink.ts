import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { CallId } from '../../contracts/ids.ts';

/**
 * Takes a call's story while it happens, for live screens. Best effort and never waited for: the final record of the
 * call is written by an ordinary activity and holds every step.
 */
export type StepSink = { note(call: CallId, steps: readonly StepRecord[]): void; flush(): Promise<void> };

export type StepSinkOptions = {
  write(steps: ReadonlyMap<CallId, StepRecord[]>): Promise<void>;
  /** How long steps gather before a write, ms: one insert for many turns instead of one each. */
  everyMs?: number;
  /** Most steps kept while the database is away; older ones are dropped, the final record has them. */
  limit?: number;
  onDropped?: (count: number) => void;
};

export function createStepSink(options: StepSinkOptions): StepSink {
  const { everyMs = 300, limit = 20_000 } = options;
  let waiting = new Map<CallId, StepRecord[]>();
  let count = 0;
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    const gathered = count;
    waiting = new Map();
    count = 0;
    if (gathered > 0) await options.write(batch).catch(() => options.onDropped?.(gathered));
  }

  return {
    note(call, steps) {
      if (steps.length === 0) return;
      if (count + steps.length > limit) return options.onDropped?.(steps.length);
      const known = waiting.get(call);
      if (known === undefined) waiting.set(call, [...steps]);
      else known.push(...steps);
      count += steps.length;
      timer ??= setTimeout(() => void flush(), everyMs);
    },
    flush,
  };
}
