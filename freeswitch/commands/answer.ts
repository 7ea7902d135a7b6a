import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, eventUuid } from './argument.ts';
import { keepKeys } from './keep-keys.ts';
import { execute, type SwitchCommand } from './switch-command.ts';

/**
 * Answers the call. Locked, so that a prompt sent right after it does not start before there is a path for it. From here
 * on keys are kept; before it `endless_playback` would open the media path by itself.
 */
export const answer = (call: CallId, verb: number): SwitchCommand[] => [
  execute({ uuid: channelUuid(call), app: 'answer', eventUuid: eventUuid(verb), eventLock: true }),
  keepKeys(call),
];
