import type { Prompt } from '../../contracts/call/prompt.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, eventUuid } from './argument.ts';
import { audioOf } from './prompt-audio.ts';
import { setVariables } from './set-variables.ts';
import { execute, type SwitchCommand } from './switch-command.ts';

export type PlayOrder = { verb: number; prompts: readonly Prompt[]; promptsDir: string };

/**
 * Plays prompts to the end. No key stops them: without the variable FreeSWITCH stops at `*`, and a recording before
 * may have left its own keys in it. Keys pressed meanwhile are used up by the playback.
 */
export function play(call: CallId, order: PlayOrder): SwitchCommand[] {
  const uuid = channelUuid(call);
  const arg = audioOf(order.prompts, order.promptsDir);
  return [
    setVariables(uuid, { playback_terminators: 'none' }),
    execute({ uuid, app: 'playback', arg, eventUuid: eventUuid(order.verb), eventLock: true }),
  ];
}
