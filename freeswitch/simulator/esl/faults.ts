/** What can be done to the stream of events, for fault tests of clients. All off by default. */
export type EventFaults = {
  /** Probability that an event is lost. */
  readonly drop: number;
  /** Probability that an event comes twice. */
  readonly duplicate: number;
  /** Events may change places with others up to this many positions away; 0 = never. */
  readonly shuffle: number;
  readonly seed: number;
  /** Only events with these names; absent = all. */
  readonly only?: readonly string[];
};

export const noFaults: EventFaults = { drop: 0, duplicate: 0, shuffle: 0, seed: 1 };

/** A small seeded generator (mulberry32): numbers in [0, 1), the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often each fault has struck. */
export type FaultCounts = { dropped: number; duplicated: number; moved: number };

/** Applies faults to one connection's events. */
export type FaultFilter = {
  /** How many times an event with this name is to be delivered: 0, 1 or 2. */
  readonly copies: (name: string) => number;
  /** A batch about to be written → what to write now; the rest is kept for the next batch. */
  readonly arrange: <T>(batch: readonly T[]) => { readonly now: readonly T[]; readonly later: readonly T[] };
};

/** A filter that reads the current faults each time; `counts` is added to. */
export function createFaultFilter(current: () => EventFaults, counts: FaultCounts): FaultFilter {
  let faults = noFaults;
  let random = createRandom(faults.seed);
  const refresh = (): EventFaults => {
    const wanted = current();
    if (wanted !== faults) {
      faults = wanted;
      random = createRandom(wanted.seed);
    }
    return faults;
  };
  return {
    copies: (name) => {
      const { drop, duplicate, only } = refresh();
      if (only && !only.includes(name)) return 1;
      if (drop > 0 && random() < drop) {
        counts.dropped += 1;
        return 0;
      }
      if (duplicate > 0 && random() < duplicate) {
        counts.duplicated += 1;
        return 2;
      }
      return 1;
    },
    arrange: (batch) => {
      const { shuffle } = refresh();
      if (shuffle <= 0) return { now: batch, later: [] };
      // The last few of a batch may wait for the next one, so that events also change places across batches.
      const held = batch.length <= shuffle && random() < 0.3 ? batch.slice(-1) : [];
      const rest = batch.slice(0, batch.length - held.length);
      const keyed = rest.map((item, at) => ({ item, at, key: at + random() * shuffle }));
      keyed.sort((x, y) => x.key - y.key);
      counts.moved += keyed.filter(({ at }, index) => at !== index).length + held.length;
      return { now: keyed.map(({ item }) => item), later: held };
    },
  };
}
