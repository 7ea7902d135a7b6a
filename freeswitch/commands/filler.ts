import type { Prompt } from '../../contracts/call/prompt.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, refuse } from './argument.ts';
import { ISSUED_VARIABLE } from './issue-mark.ts';
import { audioOf } from './prompt-audio.ts';
import { api, execute, type SwitchCommand } from './switch-command.ts';

/** Opens the media path without answering (183): prompts are heard, and the caller pays nothing. */
export const earlyMedia = (call: CallId): SwitchCommand =>
  execute({ uuid: channelUuid(call), app: 'pre_answer', eventLock: true });

/** Marks that a filler plays behind verb `afterVerb` (0: before the first), which the next verb has to break off. */
export function markFiller(call: CallId, afterVerb: number): SwitchCommand {
  if (!Number.isSafeInteger(afterVerb) || afterVerb < 0)
    throw refuse('a verb number', 'is not a whole number');
  return api(`uuid_setvar ${channelUuid(call)} ${ISSUED_VARIABLE} ${afterVerb}f`);
}

/** Plays a prompt of our own while the engine is slow. No Event-UUID: it is no verb's; no lock: the next verb ends it. */
export const fillerPlayback = (call: CallId, prompt: Prompt, promptsDir: string): SwitchCommand =>
  execute({ uuid: channelUuid(call), app: 'playback', arg: audioOf([prompt], promptsDir) });
