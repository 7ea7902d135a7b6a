import type { Frame, ScenarioSnapshot } from '../engine/snapshot.ts';
import type { Group, Matter } from './matter.ts';

/** A call where all that its further way depends on is still there, and nothing that only grows. */
export function reduced(snapshot: ScenarioSnapshot, matter: Matter): ScenarioSnapshot {
  const { promptsFailed } = snapshot.counts;
  const next: ScenarioSnapshot = {
    ...snapshot,
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
export function keyOf(state: ScenarioSnapshot, matter: Matter): string {
  const { status, awaiting, connecting, closing, reached, upstream, handled, counts } = state;
  return JSON.stringify([
    status,
    state.frames.map((frame) => frameKey(frame, matter)),
    [...matter.keys()].map((name) => state.variables[name] ?? null),
    awaiting?.kind,
    connecting === undefined ? null : [connecting.phase, connecting.legEnded],
    closing,
    [reached.connected, reached.messageLeft, reached.informed, upstream ?? null],
    handled ?? null,
    counts.promptsFailed,
  ]);
}

function frameKey({ part, block, tries, cause, loops, saved, confirming }: Frame, matter: Matter): unknown {
  const kept = saved === undefined ? null : Object.entries(saved).filter(([name]) => matter.has(name));
  return [
    part,
    block,
    tries,
    cause,
    loops ?? null,
    kept,
    confirming === undefined ? 'asked' : [confirming.before],
  ];
}
