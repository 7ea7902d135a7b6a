import type { HandlerName } from '../../contracts/scenario/document.ts';
import { cancelLegs, stopSound } from './closing.ts';
import type { Draft } from './draft.ts';
import { engineStep } from './records.ts';

/** A prompt that fails inside its own handler must not lead there again; the others need somebody's doing each time. */
const MOST: Record<HandlerName, number> = {
  promptFailed: 1,
  httpTimeout: 10,
  mediaTimeout: 1,
  operatorCommand: 20,
  engineRestarted: 10,
};

/**
 * True if the document has this handler and the call may take it (again): a bounded number of times, so that a handler
 * that brings about its own event ends.
 */
export function mayHandle(draft: Draft, handler: HandlerName): boolean {
  const { handlers, handled } = draft.state;
  return handlers?.includes(handler) === true && (handled?.[handler] ?? 0) < MOST[handler];
}

/** `unloaded`: the main part, in which handlers are, has to be loaded first. */
export function handlerFor(draft: Draft, handler: HandlerName): 'none' | 'unloaded' | 'ready' {
  const main = draft.state.frames[0];
  if (main === undefined || main.block === '' || !mayHandle(draft, handler)) return 'none';
  return draft.program.has(main.part) ? 'ready' : 'unloaded';
}

/** Notes that the handler is taken and ends what goes on: legs, sounds, deadlines of the block. */
export function beginHandling(draft: Draft, handler: HandlerName): void {
  const { state } = draft;
  engineStep(draft, 'handler', handler);
  state.handled = { ...state.handled, [handler]: (state.handled?.[handler] ?? 0) + 1 };
  cancelLegs(draft);
  stopSound(draft);
  state.deadlines = state.deadlines.filter(({ id }) => id === 'call-limit');
  delete state.awaiting;
  delete state.interlude;
}
