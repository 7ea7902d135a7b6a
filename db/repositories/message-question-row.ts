import type { MessageChannel } from '../../contracts/message/kinds.ts';
import type { LookupQuestion } from '../../contracts/message/provider.ts';

/** A send, its hand-over's handle and its recipient's number, as node-postgres returns them. */
export type QuestionRow = {
  id: string;
  batch: string;
  handle: string | null;
  provider_id: string | null;
  channel: MessageChannel;
  digits: string;
  submitted_at: Date;
};

/** Columns → what the provider is asked. */
export const toQuestion = (row: QuestionRow): LookupQuestion => ({
  ref: row.id,
  batch: row.batch,
  handle: row.handle,
  providerId: row.provider_id,
  channel: row.channel,
  to: row.digits,
  submittedAt: row.submitted_at.getTime(),
});
