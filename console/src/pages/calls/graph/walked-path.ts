import type { StepView } from '../../../../../contracts/api/calls.ts';

/** What is walked of a scenario's graph. Blocks and wires that the call never touched are simply not in it. */
export type WalkedPath = {
  /** `part/block` → how often the call was there. */
  readonly visits: ReadonlyMap<string, number>;
  /** `part/block outcome` (see wireKey) → how often the block was left by it. */
  readonly wires: ReadonlyMap<string, number>;
  /** `part/block` that a live call is in. */
  readonly here: string | null;
  /** In order, for those who read instead of look. */
  readonly places: readonly string[];
  /** `part/block` → a few words to be read at the block: figures. */
  readonly notes?: ReadonlyMap<string, string>;
  /** `part/block` to be kept in the picture while nobody is in a block: where a call that is tried came to. */
  readonly look?: string | undefined;
};

/** Name of a wire: outcomes and block names have no blank in them. */
export const wireKey = (place: string, outcome: string): string => `${place} ${outcome}`;

const ENGINE = 'engine/';

/**
 * The path that a call has walked, by its steps. What the engine did by itself is no place in the scenario. A menu that
 * asks again stays in its block: its tries are steps of their own and count as visits.
 */
export function walkedPath(steps: readonly StepView[], alive: boolean): WalkedPath {
  const visits = new Map<string, number>();
  const wires = new Map<string, number>();
  const places: string[] = [];
  let here: string | null = null;
  for (const step of steps.toSorted((a, b) => a.seq - b.seq)) {
    if (step.block.startsWith(ENGINE)) continue;
    places.push(step.block);
    visits.set(step.block, (visits.get(step.block) ?? 0) + 1);
    if (step.outcome === null) {
      if (alive && step.leftAt === null) here = step.block;
    } else {
      const key = wireKey(step.block, step.outcome);
      wires.set(key, (wires.get(key) ?? 0) + 1);
    }
  }
  return { visits, wires, here, places };
}
