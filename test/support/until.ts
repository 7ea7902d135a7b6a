import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

/**
 * Looks again and again until `look` returns something else than undefined or false, and returns it. The limit only
 * keeps a broken test from hanging; no test asserts how long anything took.
 */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  what: string,
  limitMs = 60_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited ${limitMs} ms in vain until ${what}`);
    await pause(LOOK_EVERY_MS);
  }
}
