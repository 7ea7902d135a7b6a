import { HangupCause } from '../../contracts/call/verb.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, refuse } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/** Ends a leg, ringing or answered. Takes one of our own causes; an unanswered caller gets the SIP status of it. */
export function hangupChannel(leg: CallId, cause: HangupCause): SwitchCommand {
  if (!HangupCause.safeParse(cause).success) throw refuse('a hang-up cause', 'is not one of ours');
  return api(`uuid_kill ${channelUuid(leg)} ${cause}`);
}
