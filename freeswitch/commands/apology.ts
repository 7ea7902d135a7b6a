import type { Prompt } from '../../contracts/call/prompt.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid } from './argument.ts';
import { audioOf } from './prompt-audio.ts';
import { execute, type SwitchCommand } from './switch-command.ts';

/** Spoken when the engine itself fails. */
export const APOLOGY_PROMPT: Prompt = { kind: 'file', path: 'ko/system/apology.wav' };

/**
 * Plays the apology and hangs up behind it: both are locked, so the second waits for the first. Without an Event-UUID,
 * because no verb of the scenario stands behind it.
 */
export function apology(call: CallId, promptsDir: string): SwitchCommand[] {
  const uuid = channelUuid(call);
  return [
    execute({ uuid, app: 'playback', arg: audioOf([APOLOGY_PROMPT], promptsDir), eventLock: true }),
    execute({ uuid, app: 'hangup', arg: 'NORMAL_TEMPORARY_FAILURE', eventLock: true }),
  ];
}
