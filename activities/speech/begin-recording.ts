import type { Prompt } from '../../contracts/call/prompt.ts';
import {
  getVariable,
  ISSUED_VARIABLE,
  isNoSuchChannel,
  markIssued,
  recordAndHangUp,
  variableValue,
} from '../../freeswitch/commands/index.ts';
import { runCommands } from '../shared/run-commands.ts';
import type { Switches } from '../shared/switch-port.ts';
import type { PromptRecordingActivities } from './recording-types.ts';

/** What who picks up hears: speak after the beep, end with #. */
const INSTRUCTION: readonly Prompt[] = [
  { kind: 'file', path: 'ko/main/leave-message.wav' },
  { kind: 'tone', name: 'beep' },
];
/** The leg has no other verb; the recording's file is named after it. */
export const RECORDING_VERB = 1;
const LIMITS = { maxMs: 300_000, silenceMs: 5_000, terminators: '#' };

/** A lost workflow task runs this again: the channel is asked first whether it was told already (design §1.7). */
export const createBeginRecording =
  (switches: Switches): PromptRecordingActivities['beginPromptRecording'] =>
  async ({ leg, node }) => {
    const port = switches(node);
    const [reply = ''] = await runCommands(port, [getVariable(leg, ISSUED_VARIABLE)]);
    if (isNoSuchChannel(reply)) return { status: 'no-channel' };
    if (variableValue(reply) !== undefined) return { status: 'repeated' };
    const { promptsDir, recordingsDir } = port;
    const order = { verb: RECORDING_VERB, prompts: INSTRUCTION, promptsDir, recordingsDir, ...LIMITS };
    const replies = await runCommands(port, [
      markIssued(leg, RECORDING_VERB),
      ...recordAndHangUp(leg, order),
    ]);
    return { status: replies.some(isNoSuchChannel) ? 'no-channel' : 'issued' };
  };
