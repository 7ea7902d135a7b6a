import { asDay, type DayRange, QUICK_RANGES, type QuickRange } from './quick-range.ts';

/** The days of a list, in words or, with `days`, by the calendar. */
export type Period = {
  readonly range: QuickRange | 'days';
  /** Used when `range` is `days`. */
  readonly days: DayRange;
};

/** Reads the days of an address; `usual` is what an address without any asks for. */
export function readPeriod(search: URLSearchParams, usual: Period['range']): Period {
  const days = { from: asDay(search.get('from')), to: asDay(search.get('to')) };
  const custom = days.from !== null || days.to !== null;
  return { range: custom ? 'days' : (oneOf(QUICK_RANGES, search.get('range')) ?? usual), days };
}

/** Writes the days into an address, shortest form. */
export function writePeriod(search: URLSearchParams, { range, days }: Period, usual: Period['range']): void {
  if (range === 'days') {
    if (days.from !== null) search.set('from', days.from);
    if (days.to !== null) search.set('to', days.to);
  } else if (range !== usual) search.set('range', range);
}

/** The value if it is one of the known ones: addresses hold whatever somebody typed. */
export function oneOf<T>(known: readonly T[], value: unknown): T | null {
  return known.find((one) => one === value) ?? null;
}
