import type { CallId } from '../../contracts/ids.ts';
import { channelUuid } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/** Holds a leg by re-INVITE: the phone shows it. */
export const hold = (leg: CallId): SwitchCommand => api(`uuid_hold ${channelUuid(leg)}`);
export const unhold = (leg: CallId): SwitchCommand => api(`uuid_hold off ${channelUuid(leg)}`);
