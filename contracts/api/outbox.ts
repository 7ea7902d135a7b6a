import { z } from 'zod';
import { Instant, PageLimit, RowId } from './instants.ts';

/** What a mail is about. */
export const MAIL_KINDS = ['invitation', 'password-reset', 'password-changed', 'notice'] as const;
export const MailKind = z.enum(MAIL_KINDS);
export type MailKind = z.infer<typeof MailKind>;

/**
 * `kept`: no mail server is set, it stays here. `sending`: a sender has claimed it. `failed`: not sent, or, as
 * `lastError` then says, perhaps sent: only a person sends it again.
 */
export const MAIL_STATES = ['kept', 'queued', 'sending', 'sent', 'failed'] as const;
export const MailState = z.enum(MAIL_STATES);
export type MailState = z.infer<typeof MailState>;

/** A mail without its body: the body may hold a link that signs somebody in. */
export const MailView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    kind: MailKind,
    to: z.string(),
    subject: z.string(),
    state: MailState,
    attempts: z.number().int(),
    lastError: z.string().nullable(),
    createdAt: Instant,
    sentAt: Instant.nullable(),
  })
  .meta({ id: 'Mail' });
export type MailView = z.infer<typeof MailView>;

export const MailDetailView = z
  .strictObject({ ...MailView.shape, body: z.string() })
  .meta({ id: 'MailDetail', description: 'Looking at it is recorded' });
export type MailDetailView = z.infer<typeof MailDetailView>;

export const MailListView = z
  .strictObject({
    mails: z.array(MailView),
    next: z.string().nullable(),
    delivers: z.boolean().meta({ description: 'False: no mail server is set, mails stay here' }),
  })
  .meta({ id: 'MailList' });
export type MailListView = z.infer<typeof MailListView>;

export const MailListQuery = z.strictObject({ cursor: z.string().max(120).optional(), limit: PageLimit });
export const MailParams = z.strictObject({ id: RowId });
