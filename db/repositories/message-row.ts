import type { Knex } from 'knex';
import type { TenantId } from '../../contracts/ids.ts';
import type {
  MessageChannel,
  MessageOrigin,
  MessagePurpose,
  MessageState,
  ProviderName,
} from '../../contracts/message/kinds.ts';

/** Recipients of a message by outcome; `total` counts the excluded ones too. */
export type OutcomeCounts = {
  total: number;
  pending: number;
  delivered: number;
  failed: number;
  unknown: number;
  excluded: number;
  cancelled: number;
};

/** A message as it is kept; instants in ms, numbers whole. */
export type MessageRow = {
  id: string;
  tenant: TenantId;
  key: string;
  purpose: MessagePurpose;
  channel: MessageChannel;
  sender: string;
  subject: string | null;
  /** As written, before the values of a recipient. */
  body: string;
  template: { id: string; name: string } | null;
  image: string | null;
  fallback: boolean;
  origin: MessageOrigin;
  originRef: string | null;
  /** Id of the person or key, or the role of a process of ours. */
  createdBy: string;
  /** Name of the person or key; null for our own processes and for those who are gone. */
  createdByName: string | null;
  provider: ProviderName;
  state: MessageState;
  dueAt: number;
  round: number;
  longestBytes: number;
  /** The first one that is sent something, or the first at all. */
  firstDigits: string;
  counts: OutcomeCounts;
  createdAt: number;
  sentAt: number | null;
  finishedAt: number | null;
};

/** What is kept as it is shown. */
type Kept =
  | 'id'
  | 'tenant'
  | 'key'
  | 'purpose'
  | 'channel'
  | 'sender'
  | 'subject'
  | 'body'
  | 'image'
  | 'fallback'
  | 'origin'
  | 'provider'
  | 'state'
  | 'round'
  | 'createdByName';

/** The columns as node-postgres returns them. */
export type MessageRecord = Pick<MessageRow, Kept> & {
  template: string | null;
  templateName: string | null;
  origin_ref: string | null;
  created_by: string;
  due_at: Date;
  longest_bytes: number;
  firstDigits: string | null;
  total: number;
  excluded: number;
  delivered: number;
  failed: number;
  unknown: number;
  cancelled: number;
  created_at: Date;
  sent_at: Date | null;
  finished_at: Date | null;
};

/** Columns of a `MessageRecord`, for queries on `messages`. */
export const messageColumns = (knex: Knex): Knex.Raw =>
  knex.raw(`messages.*,
    (select name from message_templates where message_templates.id = messages.template) as "templateName",
    coalesce((select name from users where users.id::text = messages.created_by),
             (select name from api_keys where api_keys.id::text = messages.created_by)) as "createdByName",
    (select digits from message_recipients as first where first.message = messages.id
     order by first.outcome = 'excluded', first.position limit 1) as "firstDigits"`);

export const countsOf = (
  record: Pick<MessageRecord, Exclude<keyof OutcomeCounts, 'pending'>>,
): OutcomeCounts => {
  const { total, excluded, delivered, failed, unknown, cancelled } = record;
  const pending = total - excluded - delivered - failed - unknown - cancelled;
  return { total, pending, delivered, failed, unknown, excluded, cancelled };
};

/** Columns → row. */
export const toMessageRow = (record: MessageRecord): MessageRow => ({
  id: record.id,
  tenant: record.tenant,
  key: record.key,
  purpose: record.purpose,
  channel: record.channel,
  sender: record.sender,
  subject: record.subject,
  body: record.body,
  template: record.template === null ? null : { id: record.template, name: record.templateName ?? '' },
  image: record.image,
  fallback: record.fallback,
  origin: record.origin,
  originRef: record.origin_ref,
  createdBy: record.created_by,
  createdByName: record.createdByName,
  provider: record.provider,
  state: record.state,
  dueAt: record.due_at.getTime(),
  round: record.round,
  longestBytes: record.longest_bytes,
  firstDigits: record.firstDigits ?? '',
  counts: countsOf(record),
  createdAt: record.created_at.getTime(),
  sentAt: record.sent_at?.getTime() ?? null,
  finishedAt: record.finished_at?.getTime() ?? null,
});
