/**
 * What the path explorer found out about a scenario: which blocks and outcomes some call can get to, and why others are
 * not got to. `complete`: every path was walked; otherwise the explorer stopped at its own limit and says so.
 */
export type Unreached =
  /** No wire leads there from any block that calls get to. */
  | 'no-wire'
  /** A condition, case or counter before it never lets a call through. */
  | 'never-true'
  /** What leaves the block that way does not exist (a calendar that never closes, a prompt that is always there). */
  | 'never-happens'
  /** The explorer stopped before. */
  | 'unexplored';

export type ExploredOutcome = { outcome: string; reached: boolean; why?: Unreached };
export type ExploredBlock = { place: string; reached: boolean; why?: Unreached; outcomes: ExploredOutcome[] };

export type Exploration = {
  complete: boolean;
  states: number;
  blocks: ExploredBlock[];
  /** Longest way from arrival to end, ms; a loop through the caller's keys is bounded only by the limit of a call. */
  longestMs: number;
  longestBy: 'path' | 'call-limit';
  longestPath: string[];
  /** The input with the most tries that a caller can need before he is past it. */
  worstTries: { place: string; tries: number } | null;
  /** Outcomes of the whole call that some path ends with: `result/reason`. */
  ends: string[];
};
