import type { CallEvent } from '../../contracts/call/event.ts';
import type { Outcome } from '../../contracts/call/outcome.ts';
import type { VerbKind } from '../../contracts/call/verb.ts';
import { completes } from '../blocks/driver.ts';
import { promptsMs } from '../speech/duration.ts';
import { piecePath } from '../speech/pieces.ts';
import { setDeadline } from './deadlines.ts';
import { awaitVerb, currentPart, type Draft, finish, issue } from './draft.ts';
import { engineStep } from './records.ts';

/** Requests that make no sound which would have to be stopped; an HTTP request has its filler. */
const ASKED_OF_US: ReadonlySet<VerbKind> = new Set([
  'businessHours',
  'sendMessage',
  'nextInstant',
  'findScenario',
]);
const APOLOGY_GRACE_MS = 5_000;

/** Ends the legs that the scenario dialled and still holds. */
export function cancelLegs(draft: Draft): void {
  const { connecting } = draft.state;
  if (connecting === undefined) return;
  if (!connecting.legEnded) issue(draft, { kind: 'cancelDial', dial: connecting.dial });
  delete draft.state.connecting;
}

/** Ends the prompt, input, recording or music that the call is in. */
export function stopSound(draft: Draft): void {
  const { awaiting } = draft.state;
  if (awaiting !== undefined && !ASKED_OF_US.has(awaiting.kind)) issue(draft, { kind: 'stop' });
}

/** A limit was passed or the scenario leads nowhere: say sorry, then hang up with this outcome. */
export function beginClosing(draft: Draft, outcome: Outcome): void {
  const { state } = draft;
  if (state.status === 'closing' || state.status === 'ended') return;
  cancelLegs(draft);
  stopSound(draft);
  delete state.interlude;
  const part = currentPart(draft);
  const prompts = [
    { kind: 'file' as const, path: piecePath(state.language ?? part?.language ?? 'ko', 'system/apology') },
  ];
  const expectMs = promptsMs(prompts, part?.durations ?? {});
  const verb = issue(draft, { kind: 'play', prompts, expectMs });
  engineStep(draft, 'apology', outcome.reason, verb);
  awaitVerb(draft, verb, 'play');
  state.status = 'closing';
  state.closing = outcome;
  state.deadlines = [];
  delete draft.next;
  setDeadline(draft, 'closing', draft.at + expectMs + APOLOGY_GRACE_MS);
}

/** The apology is over (or its end was lost): hang up. False if the event does not concern it. */
export function closingStep(draft: Draft, event: CallEvent): boolean {
  const over = event.type === 'played' || event.type === 'idle' ? completes(draft, event) : false;
  if (!over && event.type !== 'deadline') return false;
  const outcome = draft.state.closing;
  if (outcome === undefined) return false;
  issue(draft, { kind: 'hangup', cause: 'NORMAL_TEMPORARY_FAILURE' });
  finish(draft, outcome, 'closed');
  return true;
}
