/** What callers did in one block, `part/block`. */
export type BlockFigures = {
  place: string;
  entered: number;
  dropped: number;
  medianMs: number | null;
  outcomes: Record<string, number>;
};

/** The same of a part of a period; `stays`: how many stayed how long, by rounded ms. */
export type BlockTally = Omit<BlockFigures, 'medianMs'> & { stays: Record<string, number> };

/** Figures of a period from the tallies of its parts, by place. */
export function figuresOf(tallies: readonly BlockTally[]): BlockFigures[] {
  const sums = new Map<string, BlockTally>();
  for (const tally of tallies) {
    const sum = sums.get(tally.place) ?? newTally(tally.place);
    sum.entered += tally.entered;
    sum.dropped += tally.dropped;
    add(sum.outcomes, tally.outcomes);
    add(sum.stays, tally.stays);
    sums.set(tally.place, sum);
  }
  return [...sums.values()]
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ stays, outcomes, ...sum }) => ({
      ...sum,
      medianMs: medianOf(stays),
      outcomes: { ...outcomes },
    }));
}

/** Outcomes are an author's words: no prototype may answer to one. */
const newTally = (place: string): BlockTally => ({
  ...{ place, entered: 0, dropped: 0 },
  outcomes: Object.create(null),
  stays: Object.create(null),
});

function add(into: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [key, times] of Object.entries(more)) into[key] = (into[key] ?? 0) + times;
}

/** The shortest stay that at least half of them did not exceed. */
function medianOf(stays: Readonly<Record<string, number>>): number | null {
  const sorted = Object.entries(stays)
    .map(([ms, times]) => ({ ms: Number(ms), times }))
    .sort((one, other) => one.ms - other.ms);
  const total = sorted.reduce((sum, { times }) => sum + times, 0);
  let upTo = 0;
  for (const { ms, times } of sorted) {
    upTo += times;
    if (upTo * 2 >= total) return ms;
  }
  return null;
}
