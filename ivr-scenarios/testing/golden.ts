import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import { simulate } from '../simulate/simulate.ts';

/** A golden path: what happens, the last blocks of the main part that the call passes, and its outcome. */
export type GoldenPath = { name: string; inputs: string[]; path: string; outcome: string };

/** Runs a golden path and says what really came of it, in the words of the path. */
export function goldenRun(compiled: CompiledScenario, golden: GoldenPath): GoldenPath {
  const call = simulate(compiled, golden.inputs);
  const blocks = call.path.filter((block) => !block.startsWith('engine/'));
  const length = golden.path.split(' ').length;
  const path = blocks.slice(-length).map((block) => block.replace(/^main\//, ''));
  return { ...golden, path: path.join(' '), outcome: `${call.outcome?.result}/${call.outcome?.reason}` };
}

/** Wires (`part/block:outcome`) that none of the golden paths takes. */
export function untakenWires(compiled: CompiledScenario, goldens: GoldenPath[]): string[] {
  const taken = new Set<string>();
  for (const { inputs } of goldens) {
    for (const { block, outcome } of simulate(compiled, inputs).steps) taken.add(`${block}:${outcome}`);
  }
  const wires = Object.values(compiled.parts).flatMap((part) =>
    Object.entries(part.blocks).flatMap(([id, block]) =>
      'next' in block ? Object.keys(block.next).map((outcome) => `${part.id}/${id}:${outcome}`) : [],
    ),
  );
  return wires.filter((wire) => !taken.has(wire));
}
