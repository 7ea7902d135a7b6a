import type { TestRunView } from '../../../../../contracts/api/scenarios.ts';
import { placeIn, type ScenarioGraph } from '../../calls/graph/scenario-graph.ts';
import { type WalkedPath, wireKey } from '../../calls/graph/walked-path.ts';

export type Coverage = {
  readonly path: WalkedPath;
  readonly walked: number;
  readonly total: number;
  readonly ways: number;
  readonly allWays: number;
  /** `part/block` that no test came to. */
  readonly missed: readonly string[];
};

/** What a run of the tests walked of a scenario, for the picture and in numbers. */
export function coverageOf(graph: ScenarioGraph, coverage: TestRunView['coverage']): Coverage {
  const known = graph.parts.flatMap((part) => part.blocks.map(({ id }) => placeIn(part.id, id)));
  // The picture begins with the first one: that at which calls begin.
  const places = known.toSorted((a, b) => Number(b === graph.entry) - Number(a === graph.entry));
  const wires = graph.parts.flatMap((part) =>
    part.blocks.flatMap(({ id, next }) =>
      next.map(({ outcome }) => ({ place: placeIn(part.id, id), outcome })),
    ),
  );
  const count = (key: string): number => coverage[key] ?? 0;
  const missed = places.filter((place) => count(place) === 0);
  const ways = wires.filter(({ place, outcome }) => count(`${place}>${outcome}`) > 0);
  return {
    path: {
      visits: new Map(places.flatMap((place) => (count(place) > 0 ? [[place, count(place)] as const] : []))),
      wires: new Map(
        ways.map(({ place, outcome }) => [wireKey(place, outcome), count(`${place}>${outcome}`)]),
      ),
      here: null,
      places: [],
    },
    walked: places.length - missed.length,
    total: places.length,
    ways: ways.length,
    allWays: wires.length,
    missed,
  };
}
