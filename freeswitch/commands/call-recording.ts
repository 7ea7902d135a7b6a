import { wholeCallFile } from '../../contracts/call/recording.ts';
import type { SwitchVerb } from '../../contracts/call/verb.ts';
import type { CallId } from '../../contracts/ids.ts';
import { absolutePath, channelUuid } from './argument.ts';
import { maskRecording, startRecording, stopRecording, unmaskRecording } from './record-session.ts';
import type { SwitchCommand } from './switch-command.ts';

type CallRecordingAction = Extract<SwitchVerb, { kind: 'callRecording' }>['action'];

/**
 * A pause is a silent stretch and not a cut: the file keeps the call's own time, so that what was said can be found again
 * by the instants in its story, and a listener hears that something was left out.
 */
const COMMANDS = {
  start: startRecording,
  stop: stopRecording,
  pause: maskRecording,
  resume: unmaskRecording,
  mask: maskRecording,
  unmask: unmaskRecording,
} as const satisfies Record<CallRecordingAction, typeof startRecording>;

/**
 * Recording of the whole call, both sides, into one file of its own. Repeating any of them changes nothing: the switch
 * refuses a second start of the same file, and a stop without a start.
 */
export const callRecording = (
  call: CallId,
  action: CallRecordingAction,
  recordingsDir: string,
): SwitchCommand =>
  COMMANDS[action](call, `${absolutePath(recordingsDir)}/${wholeCallFile(channelUuid(call))}`);
