import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import { type WalkedPath, wireKey } from '../../calls/graph/walked-path.ts';

/** The way of a simulated call as marks of the picture. What the engine did by itself is no place. */
export function walkedOf({ path, waiting }: Pick<SimulationView, 'path' | 'waiting'>): WalkedPath {
  const visits = new Map<string, number>();
  const wires = new Map<string, number>();
  const own = path.filter(({ place }) => !place.startsWith('engine/'));
  for (const { place, outcome } of own) {
    visits.set(place, (visits.get(place) ?? 0) + 1);
    if (outcome === null) continue;
    const key = wireKey(place, outcome);
    wires.set(key, (wires.get(key) ?? 0) + 1);
  }
  const places = own.map(({ place }) => place);
  return { visits, wires, here: waiting?.place ?? null, places, look: places.at(-1) };
}
