import type { CallEvent, CallEventOf } from '../../contracts/call/event.ts';
import type { Block } from '../../contracts/scenario/block.ts';
import { optionalOutcomesOf } from '../../contracts/scenario/outcomes.ts';
import { completes, leave, type Reaction, STAY } from '../blocks/driver.ts';
import { piecePath } from '../speech/pieces.ts';
import { awaitVerb, currentPart, type Draft, issue } from './draft.ts';
import { handlerFor } from './handlers.ts';
import { engineStep } from './records.ts';
import { languageOf } from './sounds.ts';

type Failed = CallEventOf<'played' | 'collected'> & { result: 'missing' | 'failed' };

/**
 * What a prompt that could not be played leads to: the outcome of the block, else the handler of the document (once a
 * call), else a sentence of the engine's own (once a call), so that nobody hears silence. `undefined`: the block goes on
 * as if it had been said.
 */
export function promptFailure(draft: Draft, block: Block, event: CallEvent): Reaction | undefined {
  if (!isFailure(event) || !completes(draft, event)) return undefined;
  const [outcome] = optionalOutcomesOf(block);
  if (outcome === undefined) return undefined;
  const wired = 'next' in block && block.next[outcome] !== undefined;
  const handler = wired ? 'none' : handlerFor(draft, 'promptFailed');
  if (handler === 'unloaded') return { kind: 'loadMain' };
  note(draft, event.result);
  if (wired) return leave(outcome);
  if (handler === 'ready') return { kind: 'handler', handler: 'promptFailed' };
  return saySorry(draft, event) ? STAY : undefined;
}

/** The engine's own sentence is over, or its end was lost: what was put off is judged now. False if it goes on. */
export function interludeOver(draft: Draft, event: CallEvent): CallEvent | undefined {
  const { interlude } = draft.state;
  if (interlude === undefined || (event.type !== 'played' && event.type !== 'idle')) return undefined;
  if (!completes(draft, event)) return undefined;
  draft.state.awaiting = interlude.awaiting;
  delete draft.state.interlude;
  return interlude.event;
}

const isFailure = (event: CallEvent): event is Failed =>
  (event.type === 'played' || event.type === 'collected') &&
  (event.result === 'missing' || event.result === 'failed');

/** A call that then fails because its caller heard nothing is ours to answer for (`server/prompt-missing`). */
function note(draft: Draft, how: 'missing' | 'failed'): void {
  draft.state.counts.promptsFailed += 1;
  engineStep(draft, 'promptFailed', how, draft.state.awaiting?.verb);
}

/** Versions that were published before the sentence existed do not know its file: their calls go on as they did. */
function saySorry(draft: Draft, event: CallEvent): boolean {
  const { state } = draft;
  const part = currentPart(draft);
  if (part === undefined || state.sorry === true || state.awaiting === undefined) return false;
  const path = piecePath(languageOf(draft, part), 'system/prompt-failed');
  const expectMs = Object.hasOwn(part.durations, path) ? part.durations[path] : undefined;
  if (expectMs === undefined) return false;
  state.sorry = true;
  state.interlude = { awaiting: state.awaiting, event };
  awaitVerb(draft, issue(draft, { kind: 'play', prompts: [{ kind: 'file', path }], expectMs }), 'play');
  return true;
}
