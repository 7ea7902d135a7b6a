import type { Verb } from '../../contracts/call/verb.ts';
import type { FarEvent } from './far-end.ts';

/** How long simulated people and their surroundings take, ms. */
const TO_THE_FIRST_KEY = 500;
const A_KEY = 250;
const RINGS_AFTER = 500;
const DECIDES_AFTER = 5_000;
const REFUSES_AFTER = 2_000;
const TALK = 30_000;
const ANSWER_OF_A_HOST = 300;
const BETWEEN_TRIES = 500;

/** How long after its verb an event comes. */
export function delayOf(verb: Verb, event: FarEvent): number {
  switch (event.type) {
    case 'played':
      return verb.kind === 'play' && event.result === 'completed' ? verb.expectMs : 0;
    case 'collected':
      return verb.kind === 'collect' ? keysAfter(verb, event.result, event.digits.length) : 0;
    case 'recorded':
      return event.ms + (verb.kind === 'record' ? verb.silenceMs : 0);
    case 'leg':
      return legAfter(verb, event);
    case 'unbridged':
      return TALK;
    case 'fetched':
      return verb.kind === 'httpRequest' && event.result === 'timeout'
        ? (verb.timeoutMs + BETWEEN_TRIES) * (verb.retries + 1)
        : ANSWER_OF_A_HOST;
    case 'hungUp':
      return verb.kind === 'collect' || verb.kind === 'play' ? Math.floor(promptsOf(verb) / 2) : RINGS_AFTER;
    default:
      return 0;
  }
}

function keysAfter(verb: Extract<Verb, { kind: 'collect' }>, result: string, keys: number): number {
  if (result === 'missing') return 0;
  if (result === 'noInput') return promptsOf(verb) + verb.firstDigitMs;
  const typed = promptsOf(verb) + TO_THE_FIRST_KEY + A_KEY * keys;
  return result === 'invalid' ? typed + verb.interDigitMs : typed;
}

function legAfter(verb: Verb, { state, cause }: Extract<FarEvent, { type: 'leg' }>): number {
  if (verb.kind === 'bridge') return TALK;
  if (verb.kind !== 'dial' || state === 'ringing') return RINGS_AFTER;
  if (state === 'answered') return verb.expectMs - verb.ringMs + DECIDES_AFTER;
  return cause === 'NO_ANSWER' ? verb.ringMs : REFUSES_AFTER;
}

/** What is said before anything is waited for. */
function promptsOf(verb: Extract<Verb, { kind: 'collect' | 'play' }>): number {
  if (verb.kind === 'play') return verb.expectMs;
  return verb.expectMs - verb.firstDigitMs - (verb.max - 1) * verb.interDigitMs;
}
