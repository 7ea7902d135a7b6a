import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, verbNumber } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/** Channel variable with the number of the last verb that was sent to the channel. */
export const ISSUED_VARIABLE = 'cw_verb';

/**
 * Marks verb n as sent. Written in the same socket write, before the verb's own commands: whoever later finds a mark
 * of n or more knows that the verb may have reached the channel (design §1.7).
 */
export const markIssued = (call: CallId, verb: number): SwitchCommand =>
  api(`uuid_setvar ${channelUuid(call)} ${ISSUED_VARIABLE} ${verbNumber(verb)}`);
