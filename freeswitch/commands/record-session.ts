import type { CallId } from '../../contracts/ids.ts';
import { absolutePath, channelUuid } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

const session =
  (action: 'start' | 'stop' | 'mask' | 'unmask') =>
  (call: CallId, file: string): SwitchCommand =>
    api(`uuid_record ${channelUuid(call)} ${action} ${absolutePath(file)}`);

/** Records both sides from now on, whatever else the channel does. Ends in RECORD_STOP. */
export const startRecording = session('start');
export const stopRecording = session('stop');
/** The file gets silence from here on, while the parties go on hearing each other (PINs, resident numbers). */
export const maskRecording = session('mask');
export const unmaskRecording = session('unmask');
