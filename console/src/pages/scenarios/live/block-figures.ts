import type { FiguresView, OccupancyView } from '../../../../../contracts/api/scenarios.ts';

/** What callers do in one block: now, and over the period. */
export type BlockFigures = {
  readonly place: string;
  readonly now: number;
  readonly entered: number;
  readonly dropped: number;
  /** Share of those who came in and hung up there, 0 to 1; null when nobody came. */
  readonly rate: number | null;
  readonly medianMs: number | null;
  readonly outcomes: Readonly<Record<string, number>>;
};

/** One line for each block that somebody was in, over the period or now. */
export function blockFigures(
  figures: FiguresView | undefined,
  occupancy: OccupancyView | undefined,
): readonly BlockFigures[] {
  const now = new Map(occupancy?.blocks.map(({ place, calls }) => [place, calls]));
  const known = new Map(figures?.blocks.map((block) => [block.place, block]));
  return [...new Set([...known.keys(), ...now.keys()])].map((place) => {
    const { entered = 0, dropped = 0, medianMs = null, outcomes = {} } = known.get(place) ?? {};
    const rate = entered === 0 ? null : dropped / entered;
    return { place, now: now.get(place) ?? 0, entered, dropped, rate, medianMs, outcomes };
  });
}
