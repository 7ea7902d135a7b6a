import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { components } from '../lint/graph.ts';
import type { Edge, Walk, WalkedState } from './walk.ts';

/** The longest call, and how often its worst input is asked. */
export type Longest = {
  ms: number;
  by: 'path' | 'call-limit';
  path: string[];
  worstTries: { place: string; tries: number } | null;
  /** True if a call can get to its limits although its caller does nothing. */
  tooLong: boolean;
};

/**
 * Adds up the longest times on the way to each end. Talks are not counted: nobody bounds them but those who talk. A way
 * that leads back to where it was is bounded by the limit of a call.
 */
export function longestOf({ states, begins }: Walk): Longest {
  const order = components(graphOf(states, () => true)).map((members) => members.map(Number));
  const turning = new Set(order.filter((members) => isLoop(states, members)).flat());
  const best = heaviest(states, order, turning);
  const first = most(begins, (edge) => 1 + (restOf(best, edge)?.ms ?? 0));
  const after = first === undefined ? undefined : restOf(best, first);
  const looped = turning.size > 0;
  const path = first === undefined ? [] : pathOf(first, best);
  const sounds = (after?.sounds ?? 0) + (first?.sounds ?? 0);
  const limited = looped || (after?.ms ?? 0) > CALL_LIMITS.callMs;
  return {
    ms: limited ? CALL_LIMITS.callMs : (after?.ms ?? 0),
    by: limited ? 'call-limit' : 'path',
    path,
    worstTries: worstTries(states, order, turning),
    tooLong: turnsByItself(states) || sounds > CALL_LIMITS.prompts || (!looped && limited),
  };
}

type Best = { ms: number; sounds: number; edge: Edge | undefined };

const walked = (state: WalkedState | undefined): Edge[] =>
  (state?.edges ?? []).filter(({ by }) => by !== 'outside');

function graphOf(states: readonly WalkedState[], wanted: (edge: Edge) => boolean): Map<string, string[]> {
  return new Map(
    states.map((state, index) => [
      String(index),
      walked(state).flatMap((edge) => (edge.to === undefined || !wanted(edge) ? [] : [String(edge.to)])),
    ]),
  );
}

function isLoop(states: readonly WalkedState[], members: readonly number[]): boolean {
  const [only = -1] = members;
  return members.length > 1 || walked(states[only]).some(({ to }) => to === only);
}

function turnsByItself(states: readonly WalkedState[]): boolean {
  const silent = graphOf(states, ({ by }) => by === 'itself');
  return components(silent).some(
    (members) => members.length > 1 || (silent.get(members[0] ?? '') ?? []).includes(members[0] ?? ''),
  );
}

/** Longest rest of the way from each state; components come with what they lead to first. */
function heaviest(
  states: readonly WalkedState[],
  order: readonly (readonly number[])[],
  turning: ReadonlySet<number>,
): ReadonlyMap<number, Best> {
  const best = new Map<number, Best>();
  for (const members of order) {
    for (const index of members) {
      // Inside a loop only the ways out are added up.
      const edges = walked(states[index]).filter(
        ({ to }) => to === undefined || best.has(to) || !turning.has(index),
      );
      const edge = most(edges, (one) => one.ms + (restOf(best, one)?.ms ?? 0));
      const loudest = Math.max(0, ...edges.map((one) => one.sounds + (restOf(best, one)?.sounds ?? 0)));
      const ms = edge === undefined ? 0 : edge.ms + (restOf(best, edge)?.ms ?? 0);
      best.set(index, { ms, sounds: loudest, edge });
    }
  }
  return best;
}

const restOf = (best: ReadonlyMap<number, Best>, { to }: Edge): Best | undefined =>
  to === undefined ? undefined : best.get(to);

function most(edges: readonly Edge[], weight: (edge: Edge) => number): Edge | undefined {
  let found: Edge | undefined;
  let heaviestYet = -1;
  for (const edge of edges) {
    const own = weight(edge);
    if (own > heaviestYet) [found, heaviestYet] = [edge, own];
  }
  return found;
}

const LONGEST_PATH = 600;

function pathOf(first: Edge, best: ReadonlyMap<number, Best>): string[] {
  const path: string[] = [];
  const visited = new Set<number>();
  for (let edge: Edge | undefined = first; edge !== undefined && path.length < LONGEST_PATH; ) {
    path.push(...edge.entered);
    if (edge.to === undefined || visited.has(edge.to)) break;
    visited.add(edge.to);
    edge = best.get(edge.to)?.edge;
  }
  return path.filter((place, index) => place !== path[index - 1]);
}

/** Times that a caller is asked by the same input before he is past it; a loop that he turns himself counts once. */
function worstTries(
  states: readonly WalkedState[],
  order: readonly (readonly number[])[],
  turning: ReadonlySet<number>,
): Longest['worstTries'] {
  const places = [...new Set(states.flatMap(({ asks, place }) => (asks ? [place] : [])))].sort();
  let worst: Longest['worstTries'] = null;
  for (const place of places) {
    const asked = new Map<number, number>();
    let tries = 0;
    for (const members of order) {
      const own = ownTries(states, members, turning, place);
      const onwards = members.flatMap((index) =>
        walked(states[index]).map(({ to }) => asked.get(to ?? -1) ?? 0),
      );
      const sum = own + onwards.reduce((left, right) => Math.max(left, right), 0);
      for (const index of members) asked.set(index, sum);
      tries = Math.max(tries, sum);
    }
    if (tries > (worst?.tries ?? 0)) worst = { place, tries };
  }
  return worst;
}

function ownTries(
  states: readonly WalkedState[],
  members: readonly number[],
  turning: ReadonlySet<number>,
  place: string,
): number {
  const here = members.filter((index) => states[index]?.place === place);
  const [only = -1] = members;
  if (here.length === 0) return 0;
  return turning.has(only) ? Math.max(...here.map((index) => states[index]?.tries ?? 1)) : 1;
}
