import type { z } from 'zod';
import { type Collect, Terminators } from '../../contracts/call/verb.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, eventUuid, milliseconds, refuse, verbNumber } from './argument.ts';
import { forgetKeys } from './keep-keys.ts';
import { audioOf } from './prompt-audio.ts';
import { setVariables, unsetVariables } from './set-variables.ts';
import { execute, type SwitchCommand } from './switch-command.ts';

export type CollectOrder = Omit<z.infer<typeof Collect>, 'kind' | 'expectMs'> & { promptsDir: string };

/** Whatever can be typed: right and wrong keys are told apart by the scenario. */
const ANY_KEYS = '[0-9*#A-D]+';
/** Some prompt must be named; this one is a single frame, so the time-out starts at once. */
const NO_PROMPT = 'silence_stream://20';
/** Played after a failed try; cannot be left out, so it is as short as it can be. */
const NO_REPROACH = 'silence_stream://10';

/** Channel variable with the keys of verb n. */
export const collectedVariable = (verb: number): string => `cw_d${verbNumber(verb)}`;

function countOf(value: number): number {
  if (!Number.isSafeInteger(value) || value < 1 || value > 64)
    throw refuse('a number of keys', 'is not 1 to 64');
  return value;
}

function terminatorsOf(keys: string): string {
  // An absent argument means `#`; `none` is no word of the switch here, it works because no key is n, o or e.
  if (!Terminators.safeParse(keys).success) throw refuse('terminators', 'are keys or none');
  return keys;
}

/**
 * One try of an input: prompt with barge-in, digit time-outs and terminator inside the switch (design §1.9). Secret
 * keys stay out of DTMF events and logs by `sensitive_dtmf`, but stand in every later event of the channel until
 * {@link forgetCollected}. Keys typed ahead on the way here are in the queue ({@link keepKeys}) and cut the prompt.
 */
export function collect(call: CallId, order: CollectOrder): SwitchCommand[] {
  const uuid = channelUuid(call);
  const min = countOf(order.min);
  const arg = [
    min,
    Math.max(min, countOf(order.max)),
    1,
    milliseconds(order.firstDigitMs),
    terminatorsOf(order.terminators),
    order.prompts.length > 0 ? audioOf(order.prompts, order.promptsDir) : NO_PROMPT,
    NO_REPROACH,
    collectedVariable(order.verb),
    ANY_KEYS,
    milliseconds(order.interDigitMs),
  ].join(' ');
  const ask = execute({
    uuid,
    app: 'play_and_get_digits',
    arg,
    eventUuid: eventUuid(order.verb),
    eventLock: true,
  });
  return [
    ...(order.afresh ? [forgetKeys(call)] : []),
    ...(order.secret ? [setVariables(uuid, { sensitive_dtmf: 'true' })] : []),
    ask,
  ];
}

/** Takes the keys of verb n off the channel, as soon as their result has been consumed. */
export function forgetCollected(call: CallId, verb: number): SwitchCommand {
  const name = collectedVariable(verb);
  return unsetVariables(channelUuid(call), [name, `${name}_invalid`, 'sensitive_dtmf']);
}
