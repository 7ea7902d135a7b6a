import type { CallId } from '../../contracts/ids.ts';

export type GatheredLoads = {
  changed(calls: 'everything' | Iterable<CallId>): void;
  /** Begins no further load and waits for the one that runs. */
  close(): Promise<void>;
};

/**
 * Loads what changed: the first change at once, the next ones together when `everyMs` have passed. A load that fails is
 * told and made up for by a load of everything.
 */
export function gatheredLoads(options: {
  load(asked: 'all' | readonly CallId[]): Promise<void>;
  onError(error: unknown): void;
  everyMs: number;
}): GatheredLoads {
  let everything = false;
  let waiting = new Set<CallId>();
  let timer: NodeJS.Timeout | undefined;
  let loading: Promise<void> | undefined;
  let closed = false;

  async function load(): Promise<void> {
    const asked = everything ? 'all' : [...waiting];
    everything = false;
    waiting = new Set();
    try {
      await options.load(asked);
    } catch (error) {
      everything = true;
      options.onError(error);
    }
  }

  function schedule(): void {
    if (closed || timer !== undefined || loading !== undefined) return;
    loading = load().finally(() => {
      loading = undefined;
      if (closed) return;
      timer = setTimeout(() => {
        timer = undefined;
        if (everything || waiting.size > 0) schedule();
      }, options.everyMs);
    });
  }

  return {
    changed(calls) {
      if (calls === 'everything') everything = true;
      else for (const call of calls) waiting.add(call);
      schedule();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await loading;
    },
  };
}
