/** Runs `one` `count` times with `inFlight` at once; resolves when all are done, rejects with the first error. */
export async function keepInFlight(
  count: number,
  inFlight: number,
  one: () => Promise<unknown>,
): Promise<void> {
  let started = 0;
  async function lane(): Promise<void> {
    while (started < count) {
      started += 1;
      await one();
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, inFlight) }, lane));
}
