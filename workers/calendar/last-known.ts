import { setTimeout as sleep } from 'node:timers/promises';

/** How long a fresh answer is waited for when an older one is there, ms: a caller hears silence meanwhile. */
const WAIT_MS = 500;
/** Most answers that are kept; the one that was asked for longest ago goes first. */
const KEPT = 5_000;

export type LastKnown<T> = { of(key: string, read: () => Promise<T>): Promise<T> };

/** Reads afresh each time, and answers what it last read when that fails or takes too long. */
export function createLastKnown<T>(waitMs = WAIT_MS): LastKnown<T> {
  const answers = new Map<string, T>();
  const keep = (key: string, value: T): T => {
    answers.delete(key);
    answers.set(key, value);
    const oldest = answers.keys().next();
    if (answers.size > KEPT && oldest.done !== true) answers.delete(oldest.value);
    return value;
  };
  return {
    async of(key, read) {
      const fresh = read().then((value) => keep(key, value));
      if (!answers.has(key)) return fresh;
      const older = answers.get(key) as T;
      const late = new AbortController();
      const fallback = sleep(waitMs, older, { signal: late.signal });
      // An aborted wait rejects, and nobody awaits it any more.
      fallback.catch(() => undefined);
      try {
        return await Promise.race([fresh.catch(() => older), fallback]);
      } finally {
        late.abort();
      }
    },
  };
}
