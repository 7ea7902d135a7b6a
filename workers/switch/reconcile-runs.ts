import { setTimeout as wait } from 'node:timers/promises';

/** The command socket may come back a moment after the event socket did. */
const AGAIN_MS = 300;
const TRIES = 10;

/** Whoever asks while it runs gets that run: two looks at the same moment must not count as two misses. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}

/** Tries a few times within 3 s; rejects with the last error. */
export async function patiently(run: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (tries === TRIES) throw error;
      await wait(AGAIN_MS);
    }
  }
}
