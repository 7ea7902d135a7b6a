import type { Exploration, Unreached } from '../../contracts/scenario/exploration.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import { warning } from '../lint/context.ts';

const WORDS: Record<Exclude<Unreached, 'unexplored'>, string> = {
  'no-wire': 'no wire that calls take leads to it',
  'never-true': 'what decides before it never lets a call through',
  'never-happens': 'nothing ever leaves the block that way',
};

/** What an author should know of an exploration, as warnings: ways that no call takes, calls that only limits end. */
export function explorationProblems({
  blocks,
  complete,
  states,
  ends,
  longestMs,
  longestBy,
}: Exploration): Problem[] {
  const found: Problem[] = blocks.flatMap(({ place, outcomes, reached }) =>
    !reached
      ? []
      : outcomes.flatMap(({ outcome, why }) =>
          why === undefined || why === 'unexplored' ? [] : [impossible(place, outcome, why)],
        ),
  );
  if (!complete) {
    const message = `Only ${states} states of a call were walked: the rest of the scenario is not proved. Take ways apart into scenarios of their own.`;
    found.push(warning('unexplored', null, message, { states }));
  }
  if (ends.includes('server/too-long')) {
    const minutes = Math.round(longestMs / 60_000);
    const message =
      'A call can get to its limits although its caller does nothing: count the rounds of its loops.';
    found.push(
      warning('too-long-call', null, message, { minutes, by: longestBy === 'path' ? 'path' : 'loop' }),
    );
  }
  return found;
}

function impossible(place: string, outcome: string, why: Exclude<Unreached, 'unexplored'>): Problem {
  const message = `No call leaves block "${place}" by "${outcome}": ${WORDS[why]}.`;
  return warning('impossible-outcome', place, message, { outcome, why });
}
