/** Random numbers of a test: the same for the same seed, which is printed so that a failure can be run again. */
export type Seeded = {
  readonly seed: number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
};

/** mulberry32: small, and good enough to choose moments with. */
export function createSeeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    seed,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

/** Seeds of this run: `CALLWRIGHT_TEST_SEEDS` (comma-separated), else `count` fresh ones. */
export function seedsOfRun(count: number): number[] {
  const given = process.env.CALLWRIGHT_TEST_SEEDS;
  if (given !== undefined && given !== '') return given.split(',').map(Number);
  return Array.from({ length: count }, () => Math.floor(Math.random() * 2 ** 31));
}

/** True in `npm run test:long`: more calls, more seeds. */
export const isLongRun = (): boolean => process.env.CALLWRIGHT_TEST_LONG === '1';
