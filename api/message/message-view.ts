import type {
  MessageDetailView,
  MessageView,
  RecipientView,
  SendView,
} from '../../contracts/api/messages.ts';
import { maskNumber } from '../../contracts/masking.ts';
import type { MessageRow } from '../../db/repositories/message-row.ts';
import type { RecipientRow, SendRow } from '../../db/repositories/messages.ts';
import { iso, isoOrNull } from '../http/iso.ts';

/** Longer ones end in an ellipsis, in characters. */
const EXCERPT = 60;

function excerptOf(body: string): string {
  const line = [...body.replace(/\s+/g, ' ').trim()];
  return line.length <= EXCERPT ? line.join('') : `${line.slice(0, EXCERPT - 1).join('')}…`;
}

/** Delivered of those that have an outcome, percent with one decimal; null before the first. */
function successOf({ delivered, failed, unknown }: MessageRow['counts']): number | null {
  const settled = delivered + failed + unknown;
  return settled === 0 ? null : Math.round((delivered / settled) * 1_000) / 10;
}

/** What was typed instead of a number is nobody's number, and stays out of sight all the same. */
const masked = (digits: string): string => maskNumber(digits);

/** A line of the sent list (MO-28). */
export const toMessageView = (row: MessageRow): MessageView => ({
  id: row.id,
  tenant: row.tenant,
  recipient: masked(row.firstDigits),
  channel: row.channel,
  purpose: row.purpose,
  state: row.state,
  sender: row.sender,
  excerpt: excerptOf(row.body),
  origin: row.origin,
  createdBy: row.createdByName ?? row.origin,
  counts: row.counts,
  successRate: successOf(row.counts),
  createdAt: iso(row.createdAt),
  dueAt: iso(row.dueAt),
  sentAt: isoOrNull(row.sentAt),
  finishedAt: isoOrNull(row.finishedAt),
});

/** All of it (MO-29). */
export const toMessageDetail = (row: MessageRow): MessageDetailView => ({
  ...toMessageView(row),
  subject: row.subject,
  text: row.body,
  bytes: row.longestBytes,
  image: row.image,
  template: row.template,
  fallback: row.fallback,
  round: row.round,
  provider: row.provider,
});

const toSendView = (row: SendRow): SendView => ({
  round: row.round,
  channel: row.channel,
  state: row.state,
  code: row.code,
  reason: row.reason,
  acceptedAt: isoOrNull(row.acceptedAt),
  settledAt: isoOrNull(row.settledAt),
});

/** One person and every hand-over to him. */
export const toRecipientView = (row: RecipientRow): RecipientView => ({
  id: row.id,
  position: row.position,
  number: masked(row.digits),
  name: row.name,
  text: row.text,
  outcome: row.outcome,
  exclusion: row.exclusion,
  sends: row.sends.map(toSendView),
});
