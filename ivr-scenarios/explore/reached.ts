import type { ScenarioSnapshot } from '../engine/snapshot.ts';
import type { Walk, WalkedState } from './walk.ts';

/** What a call has reached, best first; `upstream/…`: how its last dial failed. The engine names its outcome by it. */
const RANKS = [
  'success/connected',
  'success/message-left',
  'success/informed',
  'upstream/busy',
  'upstream/no-answer',
  'upstream/rejected',
  'upstream/unreachable',
] as const;
/** The rank of a call that has reached none of them. */
export const NOTHING = RANKS.length;
const FAILED = 3;

/** What a step did to what a call has reached. `clears`: a new dial forgets how the last one failed. */
export type Effect = { rank: number; clears: boolean };

/** A call that has reached nothing yet: what it had is kept beside the states, so that they do not multiply by it. */
export function unreached(snapshot: ScenarioSnapshot): ScenarioSnapshot {
  const { upstream: _upstream, ...rest } = snapshot;
  return { ...rest, reached: { connected: false, messageLeft: false, informed: false } };
}

/** What was reached by a step of a call that had reached nothing. */
export function effectOf({ reached, upstream }: ScenarioSnapshot, dials: boolean): Effect {
  const failed = upstream === undefined ? NOTHING : RANKS.indexOf(`upstream/${upstream}`);
  const rank = reached.connected ? 0 : reached.messageLeft ? 1 : reached.informed ? 2 : failed;
  return { rank, clears: dials };
}

function applied(before: number, { rank, clears }: Effect): number {
  const kept = clears && before >= FAILED ? NOTHING : before;
  if (kept < FAILED || rank === NOTHING) return Math.min(kept, rank);
  return rank;
}

/** Every outcome of the whole call, `result/reason`. */
export function endsOf({ states, begins }: Walk): Set<string> {
  const ends = new Set<string>();
  const masks = new Uint8Array(states.length);
  const work: number[] = [];
  const take = (edges: WalkedState['edges'], mask: number): void => {
    for (const { to, effect, end } of edges) {
      let after = 0;
      for (let rank = 0; rank <= NOTHING; rank += 1) {
        if ((mask & (1 << rank)) !== 0) after |= 1 << applied(rank, effect);
      }
      if (end !== undefined) note(ends, after, end);
      if (to === undefined || ((masks[to] ?? 0) | after) === masks[to]) continue;
      masks[to] = (masks[to] ?? 0) | after;
      work.push(to);
    }
  };
  take([...begins], 1 << NOTHING);
  for (let state = work.pop(); state !== undefined; state = work.pop()) {
    take(states[state]?.edges ?? [], masks[state] ?? 0);
  }
  return ends;
}

/** How a call ends; `natural`: what it has reached names it better. */
export type End = { outcome: string; natural: boolean };

function note(ends: Set<string>, mask: number, { outcome, natural }: End): void {
  for (let rank = 0; rank <= NOTHING; rank += 1) {
    if ((mask & (1 << rank)) !== 0) ends.add((natural ? RANKS[rank] : undefined) ?? outcome);
  }
}
