/** One question to the server: when it was asked, what its clock said, when the answer was there (ms). */
export type ClockSample = { readonly asked: number; readonly server: number; readonly answered: number };

/** How far the server's clock is ahead of ours, ms: by the quickest answer, halfway between question and answer. */
export function offsetOf(samples: readonly ClockSample[]): number {
  const [best] = samples.toSorted((a, b) => a.answered - a.asked - (b.answered - b.asked));
  return best === undefined ? 0 : best.server - (best.asked + best.answered) / 2;
}

const SAMPLES = 4;

/** Asks `serverTime` a few times. Returns the server's clock as a function. */
export async function measureServerClock(
  serverTime: () => Promise<number>,
  now: () => number,
): Promise<() => number> {
  const samples: ClockSample[] = [];
  for (let count = 0; count < SAMPLES; count += 1) {
    const asked = now();
    const server = await serverTime();
    samples.push({ asked, server, answered: now() });
  }
  const offset = offsetOf(samples);
  return () => now() + offset;
}
