import { setTimeout as wait } from 'node:timers/promises';
import { createMailOutbox } from '../../api/outbox/mail-outbox.ts';
import type { MailOutbox } from '../../api/session/account-parts.ts';
import { startMailSender } from './mail-sender.ts';
import { parseSmtpUrl } from './mail-server.ts';
import { createDelivery } from './mail-transport.ts';
import type { Runtime } from './runtime.ts';

/** How the api's mails go: kept in table `outbox`, or, with SMTP_URL, sent from there. */
export type Mail = { outbox: MailOutbox; delivers: boolean; close(): Promise<void> };

/** How long the mail in hand may take when the process ends, ms. Its claim outlives the process. */
const GRACE_MS = 1_500;

/** Opens the way of mails. `config/invalid` when SMTP_URL is not one. */
export function openMail({ environment, log, tables }: Runtime): Mail {
  const url = environment.SMTP_URL;
  const outbox = createMailOutbox(tables.outbox, url !== undefined);
  if (url === undefined) return { outbox, delivers: false, close: () => Promise.resolve() };
  const deliver = createDelivery(parseSmtpUrl(url), environment.MAIL_FROM);
  const pause = (ms: number, signal: AbortSignal): Promise<void> =>
    wait(ms, undefined, { signal }).catch(() => undefined);
  const sender = startMailSender({ outbox: tables.outbox, deliver, log, pause });
  return {
    outbox,
    delivers: true,
    close: () => Promise.race([sender.close(), wait(GRACE_MS, undefined, { ref: false })]),
  };
}
