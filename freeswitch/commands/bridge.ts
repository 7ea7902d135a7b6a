import type { CallId } from '../../contracts/ids.ts';
import { channelUuid } from './argument.ts';
import { disarmDeadMan } from './dead-man.ts';
import { setVariables } from './set-variables.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/**
 * Connects two parked legs. Both stay when the other goes: a leg without `park_after_bridge` would be hung up with it.
 * The dead-man transfers go first, because one that fires would take the conversation apart.
 */
export function bridge(caller: CallId, leg: CallId): SwitchCommand[] {
  return [
    disarmDeadMan(caller),
    disarmDeadMan(leg),
    ...[caller, leg].map((uuid) =>
      setVariables(channelUuid(uuid), { park_after_bridge: 'true', hangup_after_bridge: 'false' }),
    ),
    api(`uuid_bridge ${channelUuid(caller)} ${channelUuid(leg)}`),
  ];
}

/** Takes a conversation apart; both legs are parked. */
export const unbridge = (leg: CallId): SwitchCommand =>
  api(`uuid_transfer ${channelUuid(leg)} -both park inline`);
