import type { CallEvent, CallEventOf } from '../../contracts/call/event.ts';
import type { Block } from '../../contracts/scenario/block.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { IGNORED, type Reaction } from '../blocks/driver.ts';
import { reactionOf } from '../blocks/registry.ts';
import { advance, advanceHungUp } from './advance.ts';
import { beginClosing, cancelLegs, closingStep } from './closing.ts';
import { takeDeadline } from './deadlines.ts';
import { type Draft, draftOf, finish, resultOf, topFrame } from './draft.ts';
import { commanded, restarted } from './interventions.ts';
import { outcomeOfHungUp } from './outcome.ts';
import type { Program } from './program.ts';
import { interludeOver, promptFailure } from './prompt-failure.ts';
import type { StepResult } from './result.ts';
import type { ScenarioSnapshot } from './snapshot.ts';

const SEEN_IDS = 32;
const HELD_EVENTS = 64;
const TOO_LONG = { result: 'server', reason: 'too-long' } as const;

/**
 * Takes one event into the scenario. Pure: the same program, snapshot and event always give the same result, and the
 * snapshot that was passed in is never changed. An event without meaning (stale, repeated, unknown) returns that very
 * snapshot and nothing to do.
 */
export function step(program: Program, snapshot: ScenarioSnapshot, event: CallEvent): StepResult {
  const unchanged: StepResult = { snapshot, verbs: [], deadlines: snapshot.deadlines, steps: [] };
  if (snapshot.status === 'ended') return unchanged;
  const draft = draftOf(program, snapshot, event.at);
  return take(draft, event) ? resultOf(draft) : unchanged;
}

/**
 * Goes on after the part named by `load` was added to the program.
 * @param at instant in ms, as an event would carry it
 */
export function resume(program: Program, snapshot: ScenarioSnapshot, at: number): StepResult {
  const draft = draftOf(program, snapshot, at);
  const move = draft.state.resumeWith;
  if (draft.state.status !== 'loading' || move === undefined) {
    return { snapshot, verbs: [], deadlines: snapshot.deadlines, steps: [] };
  }
  const held = draft.state.held;
  draft.state.status = 'running';
  draft.state.held = [];
  delete draft.state.resumeWith;
  if (move.kind === 'event') dispatch(draft, move.event);
  else advance(draft, move);
  // Held events were judged fresh when they came in; judged again they would look like repeats.
  for (const event of held) if (!isOver(draft)) dispatch(draft, event);
  return resultOf(draft);
}

const isOver = (draft: Draft): boolean => draft.state.status === 'ended';

/** True if the event changed anything. */
function take(draft: Draft, event: CallEvent): boolean {
  if (isOver(draft) || event.type === 'arrived') return false;
  if (event.type === 'hungUp') return hungUp(draft, event);
  if (event.type === 'mediaLost') return mediaLost(draft);
  if (alreadySeen(draft, event)) return false;
  if (event.type === 'deadline' && !takeDeadline(draft, event)) return false;
  const taken = dispatch(draft, event);
  if (taken) countEvent(draft);
  return taken || event.type === 'deadline';
}

function dispatch(draft: Draft, event: CallEvent): boolean {
  if (draft.state.status === 'closing') return closingStep(draft, event);
  if (event.type === 'deadline' && event.deadline === 'call-limit') {
    beginClosing(draft, TOO_LONG);
    return true;
  }
  if (draft.state.status === 'loading') return hold(draft, event);
  return draft.state.interlude === undefined ? inBlock(draft, event) : inInterlude(draft, event);
}

/** While the engine says its own sentence only its end counts, and somebody who intervenes. */
function inInterlude(draft: Draft, event: CallEvent): boolean {
  if (event.type === 'commanded') return inBlock(draft, event);
  const putOff = interludeOver(draft, event);
  if (putOff === undefined) return false;
  inBlock(draft, putOff, 'put off');
  return true;
}

function inBlock(draft: Draft, event: CallEvent, judged?: 'put off'): boolean {
  const frame = topFrame(draft);
  if (frame === undefined) return false;
  const part = draft.program.part(frame.part);
  if (part === undefined) return holdUntilLoaded(draft, frame.part, event);
  const block = part.blocks[frame.block];
  const reaction = block === undefined ? IGNORED : reactionTo(draft, block, event, judged);
  return carryOut(draft, reaction, event);
}

function reactionTo(draft: Draft, block: Block, event: CallEvent, judged: 'put off' | undefined): Reaction {
  if (event.type === 'commanded') return commanded(draft, event.command);
  if (event.type === 'idle') return restarted(draft, event) ?? reactionOf(draft, block, event);
  const failure = judged === undefined ? promptFailure(draft, block, event) : undefined;
  return failure ?? reactionOf(draft, block, event);
}

function carryOut(draft: Draft, reaction: Reaction, event: CallEvent): boolean {
  const main = draft.state.frames[0];
  switch (reaction.kind) {
    case 'leave':
    case 'again':
    case 'handler':
      advance(draft, reaction);
      return true;
    case 'move':
      advance(draft, reaction.move);
      return true;
    case 'loadMain':
      return main !== undefined && holdUntilLoaded(draft, main.part, event);
    default:
      return reaction.kind !== 'ignored';
  }
}

/** FreeSWITCH ends a call of which it has heard no RTP for the set time with this cause. */
const NO_VOICE = 'MEDIA_TIMEOUT';

function hungUp(draft: Draft, { by, cause }: CallEventOf<'hungUp'>): true {
  const { state } = draft;
  cancelLegs(draft);
  draft.gone = { by };
  if (state.status === 'closing' && state.closing !== undefined) finish(draft, state.closing, 'hungUp');
  else if (state.status !== 'running' || !advanceHungUp(draft, cause === NO_VOICE)) {
    finish(draft, outcomeOfHungUp(draft, by), 'hungUp');
  }
  return true;
}

function mediaLost(draft: Draft): true {
  cancelLegs(draft);
  finish(draft, { result: 'server', reason: 'media-lost' }, 'mediaLost');
  return true;
}

const NUMBERLESS: ReadonlySet<CallEvent['type']> = new Set(['bridged', 'unbridged', 'idle', 'commanded']);

/** Completions are told apart by their verb; what has none is told apart by its id. */
function alreadySeen(draft: Draft, event: CallEvent): boolean {
  if (!NUMBERLESS.has(event.type)) return false;
  const { seen } = draft.state;
  if (seen.includes(event.id)) return true;
  seen.push(event.id);
  if (seen.length > SEEN_IDS) seen.shift();
  return false;
}

function countEvent(draft: Draft): void {
  const { counts, status } = draft.state;
  counts.events += 1;
  if (counts.events > CALL_LIMITS.events && status === 'running') beginClosing(draft, TOO_LONG);
}

function hold(draft: Draft, event: CallEvent): boolean {
  if (draft.state.held.length >= HELD_EVENTS) return false;
  draft.state.held.push(event);
  return true;
}

/** After continue-as-new the program may be empty: the event waits for the part that it concerns. */
function holdUntilLoaded(draft: Draft, part: string, event: CallEvent): true {
  draft.state.status = 'loading';
  draft.state.resumeWith = { kind: 'event', event };
  draft.load = part;
  return true;
}
