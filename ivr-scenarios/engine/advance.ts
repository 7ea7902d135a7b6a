import { initialTransition, transition } from 'xstate';
import type { HandlerName } from '../../contracts/scenario/document.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { enterBlock, isPassing } from '../blocks/registry.ts';
import { beginClosing } from './closing.ts';
import { type Draft, topFrame } from './draft.ts';
import { popFrame, pushFrame, unwind } from './frames.ts';
import { beginHandling } from './handlers.ts';
import { AGAIN, ENTER, HUNG_UP, handlerEvent, LEFT, type PartContext } from './machine.ts';
import { closeStep, openStep } from './records.ts';
import type { Frame, Move, RetryCause } from './snapshot.ts';

type StateEvent = { type: string; cause?: RetryCause };
type Moved = { block: string; context: PartContext; actions: { type: string }[] };

const FRESH = { tries: 0, cause: 'first' } as const;

/**
 * Carries out a move and whatever follows from it without an event: through conditions, assignments and into or out of
 * sub-scenarios, until the call rests in a block that waits, ends, or needs a part that is not loaded.
 */
export function advance(draft: Draft, first: Move): void {
  let move: Move | undefined = first;
  while (move !== undefined && draft.state.status !== 'ended' && draft.state.status !== 'closing') {
    delete draft.next;
    // A handler has to end what the call is in first.
    if (move.kind !== 'handler') delete draft.state.awaiting;
    if (!prepare(draft, move)) return;
    move = draft.next;
    if (draft.exceeded) beginClosing(draft, { result: 'server', reason: 'too-long' });
  }
}

/**
 * The call is over: runs the handler of the main part for it, if it has one and is loaded. True if that ended the
 * scenario.
 * @param lost the switch ended the call because no voice came any more
 */
export function advanceHungUp(draft: Draft, lost: boolean): boolean {
  const main = draft.state.frames[0];
  const part = main === undefined ? undefined : draft.program.part(main.part);
  if (main === undefined || part === undefined || main.block === '') return false;
  const handled = lost && part.handlers?.mediaTimeout !== undefined;
  if (!handled && part.onHungUp === undefined) return false;
  unwind(draft, 1, 'hungUp');
  run(draft, main, { type: handled ? handlerEvent('mediaTimeout') : HUNG_UP });
  return draft.state.status === 'ended';
}

/** Does one move; false if the call has to stop here. */
function prepare(draft: Draft, move: Move): boolean {
  if (move.kind === 'enterPart') return enterPart(draft, move);
  if (move.kind === 'event') return false;
  if (move.kind === 'handler') return enterHandler(draft, move.handler);
  if (move.kind === 'returned') {
    closeStep(draft, move.outcome);
    popFrame(draft);
  }
  const frame = topFrame(draft);
  if (frame === undefined) return broken(draft);
  if (!draft.program.has(frame.part)) {
    // The frame of the callee is gone already: what is left to do after loading is to leave the calling block.
    return load(
      draft,
      frame.part,
      move.kind === 'returned' ? { kind: 'leave', outcome: move.outcome } : move,
    );
  }
  if (move.kind === 'again') return again(draft, frame, move.cause);
  closeStep(draft, move.outcome);
  return run(draft, frame, { type: move.outcome });
}

/** Asks again in the same block: the statechart counts the try, the block is entered anew. */
function again(draft: Draft, frame: Frame, cause: RetryCause): boolean {
  const wrong = frame.open?.blockType === 'menu' ? 'wrongKey' : 'invalid';
  closeStep(draft, cause === 'noInput' ? 'noInput' : wrong);
  const moved = movedBy(draft, frame, { type: AGAIN, cause });
  if (moved === undefined) return broken(draft);
  settle(draft, frame, moved);
  return carryOut(draft, frame, [{ type: `${ENTER}${frame.block}` }]);
}

/** Whoever gets here has made sure that the main part is loaded and has the handler. */
function enterHandler(draft: Draft, handler: HandlerName): boolean {
  beginHandling(draft, handler);
  unwind(draft, 1, handler);
  const main = topFrame(draft);
  return main === undefined ? broken(draft) : run(draft, main, { type: handlerEvent(handler) });
}

function enterPart(draft: Draft, move: Extract<Move, { kind: 'enterPart' }>): boolean {
  if (!draft.program.has(move.part)) return load(draft, move.part, move);
  if (draft.state.frames.length >= CALL_LIMITS.depth) return broken(draft);
  if (draft.state.frames.length === 0) initialise(draft, move.part);
  pushFrame(draft, move.part, move.values);
  const frame = topFrame(draft);
  return frame === undefined ? broken(draft) : run(draft, frame, undefined);
}

/**
 * The document's variables come with the main part; caller and called are there from the start. Which handlers there
 * are is kept, so that an event that has none need not load the main part to find that out.
 */
function initialise(draft: Draft, partId: string): void {
  const { state } = draft;
  const part = draft.program.part(partId);
  state.variables = { ...part?.variables, ...state.variables };
  const handlers = Object.entries(part?.handlers ?? {}).filter(
    ([, block]) => part !== undefined && Object.hasOwn(part.blocks, block),
  );
  delete state.handlers;
  if (handlers.length > 0) state.handlers = handlers.map(([name]) => name as HandlerName);
}

function load(draft: Draft, part: string, move: Move): false {
  draft.state.status = 'loading';
  draft.state.resumeWith = move;
  draft.load = part;
  return false;
}

/** Gives the frame's statechart an event (or starts it) and carries out what it says; false if that failed. */
function run(draft: Draft, frame: Frame, event: StateEvent | undefined): boolean {
  const moved = movedBy(draft, frame, event);
  // No action means no transition: an outcome without a wire.
  if (moved === undefined || moved.actions.length === 0) return broken(draft);
  delete frame.confirming;
  delete frame.typed;
  settle(draft, frame, moved);
  return carryOut(draft, frame, moved.actions);
}

function settle(draft: Draft, frame: Frame, moved: Moved): void {
  frame.block = moved.block;
  frame.tries = moved.context.tries;
  frame.cause = moved.context.cause;
  draft.state.variables = moved.context.variables;
}

/** XState throws on more microsteps than `maxIterations`: a scenario that turns in circles without a caller. */
function movedBy(draft: Draft, frame: Frame, event: StateEvent | undefined): Moved | undefined {
  const { variables } = draft.state;
  // Tries count within one visit: any other way into a block begins at none.
  const tried = event?.type === AGAIN ? { tries: frame.tries, cause: frame.cause } : FRESH;
  try {
    const machine = draft.program.machine(frame.part);
    if (machine === undefined) return undefined;
    const [next, actions] =
      event === undefined
        ? initialTransition(machine, variables)
        : transition(
            machine,
            machine.resolveState({ value: frame.block, context: { variables, ...tried } }),
            event,
          );
    return { block: String(next.value), context: next.context as PartContext, actions };
  } catch {
    return undefined;
  }
}

function carryOut(draft: Draft, frame: Frame, actions: { type: string }[]): boolean {
  const part = draft.program.part(frame.part);
  for (const { type } of actions) {
    if (type.startsWith(LEFT)) closeStep(draft, type.slice(LEFT.length));
    if (!type.startsWith(ENTER)) continue;
    draft.entries += 1;
    const id = type.slice(ENTER.length);
    const block = part?.blocks[id];
    if (block === undefined || draft.entries > CALL_LIMITS.entriesPerEvent) return broken(draft);
    openStep(draft, id, block.type);
    if (draft.gone === undefined || block.type === 'hangup') enterBlock(draft, block);
    if (draft.state.status === 'ended') return true;
  }
  const rest = part?.blocks[frame.block];
  return rest === undefined || isPassing(rest) ? broken(draft) : true;
}

function broken(draft: Draft): false {
  if (draft.gone === undefined) beginClosing(draft, { result: 'server', reason: 'bug' });
  return false;
}
