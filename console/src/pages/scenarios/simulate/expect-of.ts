import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import type { SimulationExpect } from '../../../../../contracts/scenario/simulation.ts';

/** Most lines, blocks and letters of a line that a test keeps. */
const MOST = { prompts: 300, path: 500, text: 2_000 } as const;

/**
 * What a test expects of a call that went as this one did: what was heard, the blocks, and its end. Null while the call
 * is not over: a test without an end proves nothing.
 */
export function expectOf({ lines, path, outcome }: SimulationView): SimulationExpect | null {
  if (outcome === null) return null;
  const prompts = lines.flatMap(({ kind, text }) =>
    kind === 'heard' || kind === 'asked' ? [text.slice(0, MOST.text)] : [],
  );
  return {
    prompts: prompts.slice(0, MOST.prompts),
    path: path.map(({ place }) => place).slice(0, MOST.path),
    // The api checks that the two belong together.
    outcome: outcome as SimulationExpect['outcome'],
  };
}
