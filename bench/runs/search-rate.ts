/** Steps of a search: grow until one fails, then halve the gap. */
export type Search = {
  /** The rate to try next; undefined when the answer is known. */
  next(): number | undefined;
  told(rate: number, passed: boolean): void;
  /** Highest rate that passed; 0 when none did. */
  best(): number;
};

const GROWTH = 1.5;

/** Takes the first rate, and how near to the cliff the answer has to be, both in calls a second. */
export function createSearch(first: number, precision: number): Search {
  let best = 0;
  let failed = Number.POSITIVE_INFINITY;
  return {
    next() {
      if (failed === Number.POSITIVE_INFINITY) return best === 0 ? first : toStep(best * GROWTH, precision);
      const middle = toStep((best + failed) / 2, precision);
      return middle <= best || middle >= failed ? undefined : middle;
    },
    told(rate, passed) {
      if (passed) best = Math.max(best, rate);
      else failed = Math.min(failed, rate);
    },
    best: () => best,
  };
}

const toStep = (rate: number, precision: number): number => Math.round(rate / precision) * precision;
