import type { CallEvent } from '../../contracts/call/event.ts';
import type { Verb } from '../../contracts/call/verb.ts';

/** An event without its id and instant, which the simulation fills in. */
export type FarEvent = CallEvent extends infer E
  ? E extends CallEvent
    ? Omit<E, 'id' | 'at'>
    : never
  : never;

/**
 * What a simulated caller and his surroundings do, one word per decision:
 * hours `open closed lunch holiday`; keys `1`, `123456`; `noInput`, `tooShort:12`; far end `answers busy noAnswer rejected
 * failed declined`; a text `accepted refused notTaken`; recording `recorded empty noRecording`; `hangup` at the next decision, `hangupNow` at the next verb that is
 * waited for; `missing`: the next prompt's file is not there; `mediaLost`.
 */
export type SimulatedInput = string;

const CAUSES: Record<string, string> = {
  busy: 'USER_BUSY',
  noAnswer: 'NO_ANSWER',
  rejected: 'CALL_REJECTED',
  failed: 'UNALLOCATED_NUMBER',
  declined: 'DECLINED',
};

/** The decision behind the cause of a leg that ended. */
export const DECISION_OF_CAUSE: ReadonlyMap<string, SimulatedInput> = new Map(
  Object.entries(CAUSES).map(([decision, cause]) => [cause, decision]),
);

/** The rest of a longer key: whoever types it types it as one word. */
const goesOn = (verb: Verb): boolean => verb.kind === 'collect' && verb.prompts.length === 0 && !verb.secret;

/** True if the verb's completion is a decision of somebody, so that it takes an input. */
export const decides = (verb: Verb): boolean =>
  !goesOn(verb) && ['collect', 'record', 'dial', 'businessHours', 'sendMessage'].includes(verb.kind);

/** What comes back on a verb, given the input for it (none: nobody does anything). */
export function farEvents(verb: Verb, input: SimulatedInput | undefined): FarEvent[] {
  switch (verb.kind) {
    case 'play':
      return [{ type: 'played', verb: verb.verb, result: input === 'missing' ? 'missing' : 'completed' }];
    case 'collect':
      return [collected(verb.verb, input)];
    case 'record':
      return [recorded(verb.verb, input)];
    case 'dial':
      return dialled(verb.verb, input);
    case 'bridge':
      return [{ type: 'bridged' }, { type: 'leg', verb: verb.dial, state: 'ended' }, { type: 'unbridged' }];
    case 'businessHours':
      return [{ type: 'hours', verb: verb.verb, verdict: isHours(input) ? input : 'open' }];
    case 'sendMessage':
      return [{ type: 'messaged', verb: verb.verb, result: messaged(input) }];
    default:
      return [];
  }
}

function messaged(input: SimulatedInput | undefined): 'accepted' | 'refused' | 'failed' {
  if (input === 'notTaken') return 'failed';
  return input === 'refused' ? 'refused' : 'accepted';
}

function collected(verb: number, input: SimulatedInput | undefined): FarEvent {
  if (input === 'missing') return { type: 'collected', verb, result: 'missing', digits: '' };
  const short = /^tooShort:([0-9*#]*)$/.exec(input ?? '')?.[1];
  if (short !== undefined) return { type: 'collected', verb, result: 'invalid', digits: short };
  const typed = input !== undefined && /^[0-9*#]+$/.test(input);
  return { type: 'collected', verb, result: typed ? 'digits' : 'noInput', digits: typed ? input : '' };
}

function recorded(verb: number, input: SimulatedInput | undefined): FarEvent {
  if (input === 'empty') return { type: 'recorded', verb, result: 'empty', ms: 0, file: '' };
  if (input === 'noRecording') return { type: 'recorded', verb, result: 'failed', ms: 0, file: '' };
  return { type: 'recorded', verb, result: 'recorded', ms: 8_000, file: 'message.wav' };
}

function dialled(verb: number, input: SimulatedInput | undefined): FarEvent[] {
  const ringing: FarEvent = { type: 'leg', verb, state: 'ringing' };
  if (input === 'answers') return [ringing, { type: 'leg', verb, state: 'answered' }];
  const cause = CAUSES[input ?? 'noAnswer'] ?? 'NO_ANSWER';
  return [ringing, { type: 'leg', verb, state: 'ended', cause }];
}

function isHours(input: SimulatedInput | undefined): input is 'open' | 'closed' | 'lunch' | 'holiday' {
  return input === 'open' || input === 'closed' || input === 'lunch' || input === 'holiday';
}
