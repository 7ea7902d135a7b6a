import type { Prompt } from '../../contracts/call/prompt.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid } from './argument.ts';
import { audioOf } from './prompt-audio.ts';
import { execute, type SwitchCommand } from './switch-command.ts';

/** Event-UUID of what plays without being a verb: its completion belongs to nobody. */
const NO_VERB = 'cw-filler';

/** Opens the media path without answering (183): prompts are heard, and nothing is charged. */
export const earlyMedia = (call: CallId): SwitchCommand =>
  execute({ uuid: channelUuid(call), app: 'pre_answer', eventUuid: NO_VERB });

/** Plays a prompt over and over with a pause, until the next verb breaks it off; not locked, so that it can. */
export const fillerPlayback = (call: CallId, prompt: Prompt, promptsDir: string): SwitchCommand =>
  execute({
    uuid: channelUuid(call),
    app: 'playback',
    arg: audioOf([prompt, { kind: 'silence', ms: 3_000 }], promptsDir),
    eventUuid: NO_VERB,
    loops: -1,
  });
