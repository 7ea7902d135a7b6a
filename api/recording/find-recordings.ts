import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { recordingFile } from '../../contracts/call/recording.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { CallId } from '../../contracts/ids.ts';

/** Bytes of half a second at 8 kHz, 16 bit, with the WAV header: less than this is nobody's message. */
const LEAST_BYTES = 44 + 8_000;

/**
 * The steps with the message that was left in each. Most callers end their message by hanging up, and then no event
 * names the file; it is there all the same, under the name of the verb that followed the announcement.
 */
export function withRecordings(
  steps: readonly StepRecord[],
  call: CallId,
  folder: string | undefined,
): Promise<StepRecord[]> {
  return Promise.all(
    steps.map(async (step) => {
      if (folder === undefined || step.recording !== undefined || !mayHaveMessage(step)) return step;
      for (const verb of [(step.verb ?? 0) + 1, step.verb ?? 0]) {
        const recording = recordingFile(call, verb);
        if (await holdsMessage(join(folder, recording))) return { ...step, recording };
      }
      return step;
    }),
  );
}

const mayHaveMessage = ({ blockType, leftAt, verb, outcome }: StepRecord): boolean =>
  blockType === 'leaveMessage' && leftAt !== undefined && verb !== undefined && outcome !== 'empty';

const holdsMessage = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile() && found.size >= LEAST_BYTES,
    () => false,
  );
