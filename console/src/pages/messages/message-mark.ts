import type { MessageView } from '../../../../contracts/api/messages.ts';
import type { MessageState } from '../../../../contracts/message/kinds.ts';
import type { Tone } from '../../components/status-tag.tsx';

/** How a message stands, in one word: its state, and once it is done what came of it. */
export type MessageMark = MessageState | 'partly' | 'failed' | 'unknown';

/** The word for a message. What nobody knows outweighs what failed: a person has to look. */
export function messageMark({ state, counts }: Pick<MessageView, 'state' | 'counts'>): MessageMark {
  if (state !== 'done') return state;
  if (counts.unknown > 0) return 'unknown';
  if (counts.failed === 0) return 'done';
  return counts.delivered === 0 ? 'failed' : 'partly';
}

export const MARK_TONE: Readonly<Record<MessageMark, Tone>> = {
  scheduled: 'info',
  starting: 'idle',
  active: 'info',
  done: 'ok',
  partly: 'warn',
  failed: 'bad',
  unknown: 'warn',
  cancelled: 'idle',
};
