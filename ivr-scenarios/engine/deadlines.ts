import type { CallEventOf } from '../../contracts/call/event.ts';
import type { Draft } from './draft.ts';

/** Sets (or moves) a deadline; the new generation makes an earlier one of the same name stale. */
export function setDeadline(draft: Draft, id: string, dueAt: number): void {
  cancelDeadline(draft, id);
  const generation = draft.state.nextGeneration;
  draft.state.nextGeneration = generation + 1;
  draft.state.deadlines.push({ id, generation, dueAt });
}

export function cancelDeadline(draft: Draft, id: string): void {
  draft.state.deadlines = draft.state.deadlines.filter((deadline) => deadline.id !== id);
}

/** Takes a deadline that has come; false if it is stale or unknown. */
export function takeDeadline(draft: Draft, event: CallEventOf<'deadline'>): boolean {
  const { deadlines } = draft.state;
  const live = deadlines.some(
    (deadline) => deadline.id === event.deadline && deadline.generation === event.generation,
  );
  if (live) cancelDeadline(draft, event.deadline);
  return live;
}
