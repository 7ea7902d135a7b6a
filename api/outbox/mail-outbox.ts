import type { Outbox } from '../../db/repositories/outbox.ts';
import { apiItself, type MailOutbox } from '../session/account-parts.ts';

/**
 * Takes mails of the product into table `outbox`. `delivers`: a mail server is set and a sender takes them from there;
 * without one they are kept for administrators to read.
 */
export const createMailOutbox = (outbox: Pick<Outbox, 'queue'>, delivers: boolean): MailOutbox => ({
  async queue({ tenant, kind, to, subject, text }) {
    await outbox.queue(apiItself, { tenant, kind, to, subject, body: text }, delivers);
  },
});
