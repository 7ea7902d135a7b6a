import type { Prompt } from '../../contracts/call/prompt.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, eventUuid } from './argument.ts';
import { endlessAudioOf } from './prompt-audio.ts';
import { setVariables } from './set-variables.ts';
import { execute, type SwitchCommand } from './switch-command.ts';

export type MusicOrder = {
  verb: number;
  prompt: Prompt;
  /** Prompts that follow the first one, before it begins again. */
  more?: readonly Prompt[] | undefined;
  promptsDir: string;
};

/**
 * Starts what the caller hears while waiting. Without the lock, so that an announcement can be laid over it; the music
 * comes back by itself. Not `endless_playback`: `uuid_break` does not end that one.
 */
export function music(call: CallId, order: MusicOrder): SwitchCommand[] {
  const uuid = channelUuid(call);
  const arg = endlessAudioOf([order.prompt, ...(order.more ?? [])], order.promptsDir);
  return [
    setVariables(uuid, { playback_terminators: 'none' }),
    execute({ uuid, app: 'playback', arg, eventUuid: eventUuid(order.verb), loops: -1 }),
  ];
}
