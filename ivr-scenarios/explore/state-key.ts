import type { Frame, ScenarioSnapshot } from '../engine/snapshot.ts';
import type { Liveness } from './liveness.ts';
import type { Group, Matter } from './matter.ts';
import { unreached } from './reached.ts';

/** A call where all that its further way depends on is still there, and nothing that only grows. */
export function reduced(snapshot: ScenarioSnapshot, matter: Matter): ScenarioSnapshot {
  const { promptsFailed } = snapshot.counts;
  const next: ScenarioSnapshot = {
    ...unreached(snapshot),
    seen: [],
    counts: { sounds: 0, events: 0, promptsFailed: Math.min(1, promptsFailed) },
    variables: clamped(snapshot.variables, matter),
  };
  if (snapshot.handled !== undefined) {
    // Somebody's doing each time: it may as well be the first time.
    const { operatorCommand: _command, engineRestarted: _restart, ...handled } = snapshot.handled;
    next.handled = handled;
  }
  return next;
}

/**
 * A counter that has passed everything that it is compared with only gets further away: one step beyond stands for all.
 */
function clamped(variables: ScenarioSnapshot['variables'], matter: Matter): ScenarioSnapshot['variables'] {
  const next = { ...variables };
  for (const [name, group] of matter) {
    const value = next[name];
    const bounds = typeof value === 'number' ? boundsOf(group) : undefined;
    if (typeof value === 'number' && bounds !== undefined) {
      next[name] = Math.min(Math.max(value, bounds.least), bounds.most);
    }
  }
  return next;
}

function boundsOf({ literals, steps }: Group): { least: number; most: number } | undefined {
  const numbers = [...literals].filter((value) => typeof value === 'number');
  const ups = [...steps].filter((step) => step > 0);
  const downs = [...steps].filter((step) => step < 0);
  if (numbers.length === 0 || steps.size === 0 || (ups.length > 0 && downs.length > 0)) return undefined;
  const step = Math.max(...[...steps].map(Math.abs));
  return { least: Math.min(...numbers, 0) - step, most: Math.max(...numbers, 0) + step };
}

/** Two calls with the same key go on in the same ways. */
export function keyOf(state: ScenarioSnapshot, matter: Matter, liveness: Liveness): string {
  const { status, awaiting, connecting, closing, handled, counts, frames } = state;
  const top = frames.at(-1);
  const live = liveness.variables.get(`${top?.part}/${top?.block}`);
  // What is being read back is in its variable already.
  const asked = top?.confirming === undefined ? live : undefined;
  return JSON.stringify([
    status,
    frames.map((frame, index) => frameKey(frame, frames[index - 1], matter, liveness)),
    [...matter.keys()].map((name) => (asked?.has(name) === false ? 0 : [state.variables[name] ?? null])),
    awaiting?.kind,
    connecting === undefined ? null : [connecting.phase, connecting.legEnded],
    closing,
    handled ?? null,
    counts.promptsFailed,
  ]);
}

/** The same whichever try it is: what leaves a block leads the same way at each of them. */
export function keyOfAnyTry(state: ScenarioSnapshot, matter: Matter, liveness: Liveness): string {
  const top = state.frames.at(-1);
  if (top === undefined || top.tries === 0) return keyOf(state, matter, liveness);
  const frames = [...state.frames.slice(0, -1), { ...top, tries: 0, cause: 'first' as const }];
  return keyOf({ ...state, frames }, matter, liveness);
}

function frameKey(frame: Frame, caller: Frame | undefined, matter: Matter, liveness: Liveness): unknown {
  const { part, block, tries, cause, loops = {}, saved = {}, confirming } = frame;
  const ahead = liveness.loops.get(`${part}/${block}`);
  const counted = Object.entries(loops).filter(([id, count]) => count > 0 && ahead?.has(id) !== false);
  const later = liveness.variables.get(`${caller?.part}/${caller?.block}`);
  const kept = Object.entries(saved).filter(([name]) => matter.has(name) && later?.has(name) !== false);
  const back = confirming === undefined ? 'asked' : [confirming.before];
  return [part, block, tries, cause, counted.sort(), kept.sort(), back];
}
