import type { Draft } from './draft.ts';
import { engineStep } from './records.ts';

/**
 * A prompt could not be played: the call goes on without it, and the call's story says so. A call that then fails
 * because its caller heard nothing is ours to answer for (`server/prompt-missing`).
 */
export function notePromptFailure(draft: Draft, how: 'missing' | 'failed'): void {
  draft.state.counts.promptsFailed += 1;
  engineStep(draft, 'promptFailed', how, draft.state.awaiting?.verb);
}
