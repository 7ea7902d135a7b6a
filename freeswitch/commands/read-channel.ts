import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, refuse } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/** Answered `true` or `false`, never `-ERR`. */
export const channelExists = (call: CallId): SwitchCommand => api(`uuid_exists ${channelUuid(call)}`);

/** Answered with the bare value, or `_undef_`. */
export function getVariable(call: CallId, name: string): SwitchCommand {
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(name))
    throw refuse('a variable name', 'has characters that are not allowed');
  return api(`uuid_getvar ${channelUuid(call)} ${name}`);
}

/** Everything the switch knows of a channel, as JSON: see `parseDump`. */
export const dumpChannel = (call: CallId): SwitchCommand => api(`uuid_dump ${channelUuid(call)} json`);

/** All channels of the node, as JSON: see `parseChannels`. */
export const showChannels = (): SwitchCommand => api('show channels as json');

/** How many channels the node has: see `parseCount`. */
export const countChannels = (): SwitchCommand => api('show channels count');
