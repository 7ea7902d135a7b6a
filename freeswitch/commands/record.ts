import { recordingFile } from '../../contracts/call/recording.ts';
import { Terminators } from '../../contracts/call/verb.ts';
import type { CallId } from '../../contracts/ids.ts';
import { absolutePath, channelUuid, eventUuid, refuse, verbNumber, wholeSeconds } from './argument.ts';
import { setVariables } from './set-variables.ts';
import { execute, type SwitchCommand } from './switch-command.ts';

export type RecordOrder = {
  verb: number;
  recordingsDir: string;
  maxMs: number;
  silenceMs: number;
  terminators: string;
};

/** Mean sample value below which a frame counts as silence; speech on a quiet line is several times louder. */
const SILENCE_LEVEL = 200;

/** File of what verb n recorded, as the switch sees it. */
export const recordingPath = (recordingsDir: string, call: CallId, verb: number): string =>
  `${absolutePath(recordingsDir)}/${recordingFile(channelUuid(call), verbNumber(verb))}`;

/**
 * Records the caller until a key, silence or the limit. The folder must exist and be writable: when the file cannot be
 * opened, the application hangs the call up (DESTINATION_OUT_OF_ORDER).
 */
export function record(call: CallId, order: RecordOrder): SwitchCommand[] {
  if (!Terminators.safeParse(order.terminators).success) throw refuse('terminators', 'are keys or none');
  const uuid = channelUuid(call);
  const file = recordingPath(order.recordingsDir, uuid, order.verb);
  const arg = `${file} ${wholeSeconds(order.maxMs)} ${SILENCE_LEVEL} ${wholeSeconds(order.silenceMs)}`;
  return [
    setVariables(uuid, { playback_terminators: order.terminators }),
    execute({ uuid, app: 'record', arg, eventUuid: eventUuid(order.verb), eventLock: true }),
  ];
}
