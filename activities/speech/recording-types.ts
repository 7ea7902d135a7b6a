import type { CallId, NodeName } from '../../contracts/ids.ts';
import type { RecordCallProblem, RecordCallState } from '../../contracts/prompt/kinds.ts';

export type PromptRecordingActivities = {
  /** Says what to do, beeps, records until `#` or silence, and hangs up; once for a leg. */
  beginPromptRecording(request: {
    leg: CallId;
    node: NodeName;
  }): Promise<{ status: 'issued' | 'repeated' | 'no-channel' }>;
  /** Makes the prompt's file of what was recorded, beside the node that has it. Null: it is stored. */
  storePromptRecording(request: {
    id: string;
    leg: CallId;
    node: NodeName;
  }): Promise<{ reason: RecordCallProblem | null }>;
  /** Keeps what became of it, for whoever watches. */
  notePromptRecording(request: {
    id: string;
    state: RecordCallState;
    reason?: RecordCallProblem;
  }): Promise<void>;
};
