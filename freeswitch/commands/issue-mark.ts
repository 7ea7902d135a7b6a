import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, verbNumber } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/** Channel variable with the number of the last verb that was sent to the channel. */
export const ISSUED_VARIABLE = 'cw_verb';

/**
 * What the switch sets when an application ends. Taken off with each new verb, so that finding one of them says that
 * this verb is over (`current_application` cannot: it keeps the last one's name after its end).
 */
const END_MARKS = 'read_result;playback_ms;record_ms';

/**
 * Marks verb n as sent. Written in the same socket write, before the verb's own commands: whoever later finds a mark
 * of n or more knows that the verb may have reached the channel (design §1.7).
 */
export const markIssued = (call: CallId, verb: number): SwitchCommand =>
  api(`uuid_setvar_multi ${channelUuid(call)} ${ISSUED_VARIABLE}=${verbNumber(verb)};${END_MARKS}`);

/**
 * Marks that a filler plays after verb `after` (0: before the first one), because the engine is slow. The next verb sees
 * the mark and breaks the filler off first.
 */
export const markFiller = (call: CallId, after: number): SwitchCommand =>
  api(`uuid_setvar ${channelUuid(call)} ${ISSUED_VARIABLE} ${after === 0 ? 0 : verbNumber(after)}f`);
