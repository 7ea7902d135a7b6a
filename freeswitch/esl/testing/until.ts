import { setTimeout as pause } from 'node:timers/promises';

/** Resolves once `met` returns true, giving sockets room meanwhile; throws after `limitMs`. */
export async function until(met: () => boolean, what: string, limitMs = 15_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!met()) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(1);
  }
}
