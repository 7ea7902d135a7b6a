import { readFile, unlink } from 'node:fs/promises';
import type { Switches } from '../../activities/shared/switch-port.ts';
import { createBeginRecording, RECORDING_VERB } from '../../activities/speech/begin-recording.ts';
import type { PromptRecordingActivities } from '../../activities/speech/recording-types.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { AUDIO_LIMITS } from '../../contracts/prompt/audio-limits.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { recordingPath } from '../../freeswitch/commands/index.ts';
import { createConverter } from './convert/converter.ts';

const itself = systemActor('flow-worker');
const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Recording a prompt by telephone, as its workflow needs the world. */
export function promptRecordingActivities(
  switches: Switches,
  { promptRecordCalls }: Pick<Repositories, 'promptRecordCalls'>,
): PromptRecordingActivities {
  const convert = createConverter();
  return {
    beginPromptRecording: createBeginRecording(switches),
    async storePromptRecording({ id, leg, node }) {
      if ((await promptRecordCalls.get(itself, id))?.state === 'done') return { reason: null };
      const path = recordingPath(switches(node).recordingsDir, leg, RECORDING_VERB);
      const file = await readFile(path).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      // Who speaks for minutes at 48 kHz makes more than an upload may be.
      if (file === undefined || file.length > AUDIO_LIMITS.bytes) return { reason: 'nothing-recorded' };
      const verdict = await convert(file);
      if (!verdict.ok || verdict.warnings.includes('silent')) return { reason: 'nothing-recorded' };
      const { wav, ms, rate } = verdict;
      await promptRecordCalls.store(itself, id, { wav, ms, rate });
      await unlink(path).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
      return { reason: null };
    },
    async notePromptRecording({ id, state, reason }) {
      await promptRecordCalls.note(itself, id, state, reason);
    },
  };
}
