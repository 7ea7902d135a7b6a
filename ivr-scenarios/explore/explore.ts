import type { Exploration } from '../../contracts/scenario/exploration.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import { longestOf } from './longest.ts';
import { endsOf } from './reached.ts';
import { type WalkLimits, walk } from './walk.ts';
import { explored } from './why.ts';

/** Enough for every scenario of 500 blocks that people draw; what has more states is not walked to its end. */
const MAX_STATES = 30_000;

/**
 * Finds out what calls of a scenario can do: every block and outcome, or why it is not reached; the longest call; the
 * most tries at one input; how calls end. The same scenario gives the same result unless time ran out.
 * @param scenario compiled, without errors
 * @param limits `outOfTime`: asked now and then, true ends the walk with `complete: false`
 */
export function exploreScenario(scenario: CompiledScenario, limits: Partial<WalkLimits> = {}): Exploration {
  const walked = walk(scenario, { states: MAX_STATES, outOfTime: () => false, ...limits });
  const longest = longestOf(walked);
  const ends = endsOf(walked);
  if (longest.tooLong) ends.add('server/too-long');
  return {
    complete: walked.complete,
    states: walked.states.length,
    blocks: explored(scenario, walked),
    longestMs: longest.ms,
    longestBy: longest.by,
    longestPath: longest.path,
    worstTries: longest.worstTries,
    ends: [...ends].sort(),
  };
}
