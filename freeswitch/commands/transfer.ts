import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, plainName } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/** Sends a leg to an extension of our own dialplan; a context that does not exist ends in NO_ROUTE_DESTINATION. */
export const transfer = (leg: CallId, extension: string, context: string): SwitchCommand =>
  api(
    `uuid_transfer ${channelUuid(leg)} ${plainName(extension, 'an extension')} XML ${plainName(context, 'a context')}`,
  );
