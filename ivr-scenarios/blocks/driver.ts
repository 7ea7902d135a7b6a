import type { CallEvent } from '../../contracts/call/event.ts';
import type { Block } from '../../contracts/scenario/block.ts';
import type { HandlerName } from '../../contracts/scenario/document.ts';
import type { Draft } from '../engine/draft.ts';
import type { Move, RetryCause } from '../engine/snapshot.ts';

/** What an event means to the block that the call is in. */
export type Reaction =
  | { kind: 'ignored' }
  | { kind: 'stay' }
  | { kind: 'leave'; outcome: string }
  | { kind: 'again'; cause: RetryCause }
  /** To a handler of the document, which has to be there (see `handlerFor`). */
  | { kind: 'handler'; handler: HandlerName }
  /** The main part has to be loaded first; then the event is judged again. */
  | { kind: 'loadMain' }
  /** Out of the block without an outcome: into another scenario. */
  | { kind: 'move'; move: Move };

export const IGNORED: Reaction = { kind: 'ignored' };
export const STAY: Reaction = { kind: 'stay' };
export const leave = (outcome: string): Reaction => ({ kind: 'leave', outcome });

/** How a kind of block behaves: the verbs that it issues when entered, and what the events in it mean. */
export type BlockDriver<B extends Block> = {
  enter(draft: Draft, block: B): void;
  on(draft: Draft, block: B, event: CallEvent): Reaction;
};

/** An `idle` report younger than this may have been made before the awaited verb began. */
const IDLE_GRACE_MS = 1_000;

/**
 * True if the event completes the awaited verb: by its number, or because the reconcile found the channel with nothing
 * running, which means that the completion was lost.
 */
export function completes(draft: Draft, event: CallEvent): boolean {
  const { awaiting } = draft.state;
  if (awaiting === undefined) return false;
  if (event.type === 'idle') return event.at - awaiting.since >= IDLE_GRACE_MS;
  return 'verb' in event && event.verb === awaiting.verb;
}
