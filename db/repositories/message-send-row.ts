import type { Knex } from 'knex';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageChannel, MessagePurpose, SendState } from '../../contracts/message/kinds.ts';

/** A send as the rules see it; instants in ms. */
export type LedgerSend = {
  readonly id: string;
  readonly recipient: string;
  readonly message: string;
  readonly tenant: TenantId;
  readonly round: number;
  readonly step: number;
  readonly channel: MessageChannel;
  /** The one SMS that a failure of this send makes; null: none. */
  readonly fallback: 'sms' | 'lms' | null;
  readonly state: SendState;
  readonly batch: string | null;
  readonly providerId: string | null;
  readonly dueAt: number;
  readonly createdAt: number;
  /** When its message was to go. */
  readonly messageDueAt: number;
  /** May leave at night: no advertising, or its recipient agreed to that. */
  readonly atNight: boolean;
  readonly code: string | null;
  readonly reason: string | null;
  readonly acceptedAt: number | null;
  readonly lookedAt: number | null;
  readonly settledAt: number | null;
};

type Record = {
  id: string;
  recipient: string;
  message: string;
  tenant: TenantId;
  round: number;
  step: number;
  channel: MessageChannel;
  fallback_channel: 'sms' | 'lms' | null;
  state: SendState;
  batch: string | null;
  provider_id: string | null;
  due_at: Date;
  created_at: Date;
  message_due_at: Date;
  purpose: MessagePurpose;
  night: boolean;
  code: string | null;
  reason: string | null;
  accepted_at: Date | null;
  looked_at: Date | null;
  settled_at: Date | null;
};

/** Reads sends by a condition on `s`; the transaction holds the locks of their messages. */
export async function readSends(
  trx: Knex,
  narrow: (select: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<LedgerSend[]> {
  const select = trx('message_sends as s')
    .join('message_recipients as r', 'r.id', 's.recipient')
    .join('messages as m', 'm.id', 's.message')
    .select<Record[]>('s.*', 'r.fallback_channel', 'r.night', 'm.purpose', { message_due_at: 'm.due_at' });
  return ((await narrow(select)) as Record[]).map(toSend);
}

const toSend = (record: Record): LedgerSend => ({
  id: record.id,
  recipient: record.recipient,
  message: record.message,
  tenant: record.tenant,
  round: record.round,
  step: record.step,
  channel: record.channel,
  fallback: record.channel === 'alimtalk' && record.step === 0 ? record.fallback_channel : null,
  state: record.state,
  batch: record.batch,
  providerId: record.provider_id,
  dueAt: record.due_at.getTime(),
  createdAt: record.created_at.getTime(),
  messageDueAt: record.message_due_at.getTime(),
  atNight: record.purpose !== 'ad' || record.night,
  code: record.code,
  reason: record.reason,
  acceptedAt: record.accepted_at?.getTime() ?? null,
  lookedAt: record.looked_at?.getTime() ?? null,
  settledAt: record.settled_at?.getTime() ?? null,
});
