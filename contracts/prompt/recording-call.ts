import type { NodeName, TenantId } from '../ids.ts';
import type { RecordCallProblem } from './kinds.ts';

/** Name of the workflow that records a prompt by telephone; apart from schemas, as the names of calls. */
export const PROMPT_RECORDING_WORKFLOW = 'promptRecording';

/** `prompt-recording/<id>`: the id is the row's, and holds no number. */
export const promptRecordingWorkflowId = (id: string): string => `prompt-recording/${id}`;

/** What it begins with. Encrypted by the payload codec. */
export type PromptRecordingInput = {
  id: string;
  tenant: TenantId;
  node: NodeName;
  extension: string;
  /** Shown on the telephone that rings. */
  callerNumber: string;
};

/** How it ended. */
export type PromptRecordingResult = { stored: boolean; reason: RecordCallProblem | null };
