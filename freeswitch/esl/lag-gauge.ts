/** How late events arrive, ms: the last one, and the worst of the last one to two windows. */
export type Lag = { readonly last: number; readonly max: number };

export type LagGauge = { note(lagMs: number, nowMs: number): void; read(nowMs: number): Lag };

/** Makes a gauge with two halves of `windowMs`; it includes the difference between the two clocks. */
export function createLagGauge(windowMs = 30_000): LagGauge {
  let last = 0;
  let current = 0;
  let previous = 0;
  let startedAt = 0;

  function roll(nowMs: number): void {
    const passed = nowMs - startedAt;
    if (passed < windowMs) return;
    previous = passed < 2 * windowMs ? current : 0;
    current = 0;
    startedAt = nowMs;
  }

  return {
    note(lagMs, nowMs): void {
      roll(nowMs);
      last = lagMs;
      if (lagMs > current) current = lagMs;
    },
    read(nowMs): Lag {
      roll(nowMs);
      return { last, max: Math.max(current, previous) };
    },
  };
}
