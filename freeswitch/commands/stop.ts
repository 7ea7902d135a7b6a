import type { CallId } from '../../contracts/ids.ts';
import { channelUuid } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/** Ends what is playing, recording or collecting, and drops what waits behind it. */
export const breakAll = (call: CallId): SwitchCommand => api(`uuid_break ${channelUuid(call)} all`);
