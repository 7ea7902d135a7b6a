import type { MailKind, MailState } from '../../contracts/api/outbox.ts';
import type { TenantId } from '../../contracts/ids.ts';

/** A mail without its body; instants in ms. */
export type MailRow = {
  id: string;
  tenant: TenantId;
  kind: MailKind;
  to: string;
  subject: string;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: number;
  sentAt: number | null;
};

/** The columns as node-postgres returns them. */
export type MailRecord = {
  id: string;
  tenant: TenantId;
  kind: MailKind;
  to_address: string;
  subject: string;
  body: string;
  state: MailState;
  attempts: number;
  last_error: string | null;
  created_at: Date;
  due_at: Date;
  claimed_at: Date | null;
  sent_at: Date | null;
};

export const MAIL_COLUMNS: (keyof MailRecord)[] = [
  'id',
  'tenant',
  'kind',
  'to_address',
  'subject',
  'state',
  'attempts',
  'last_error',
  'created_at',
  'sent_at',
];

/** Columns → row. */
export const toMailRow = (record: Omit<MailRecord, 'body' | 'due_at' | 'claimed_at'>): MailRow => ({
  id: record.id,
  tenant: record.tenant,
  kind: record.kind,
  to: record.to_address,
  subject: record.subject,
  state: record.state,
  attempts: record.attempts,
  lastError: record.last_error,
  createdAt: record.created_at.getTime(),
  sentAt: record.sent_at?.getTime() ?? null,
});
