import type { Prompt } from '../../contracts/call/prompt.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid } from './argument.ts';
import { audioOf } from './prompt-audio.ts';
import { execute, type SwitchCommand } from './switch-command.ts';

/**
 * Plays a prompt to the end and hangs up behind it, without anybody of ours: both are locked, so the second waits for the
 * first inside the switch.
 */
export function playAndHangUp(call: CallId, prompt: Prompt, promptsDir: string): SwitchCommand[] {
  const uuid = channelUuid(call);
  return [
    execute({ uuid, app: 'playback', arg: audioOf([prompt], promptsDir), eventLock: true }),
    execute({ uuid, app: 'hangup', arg: 'NORMAL_CLEARING', eventLock: true }),
  ];
}
