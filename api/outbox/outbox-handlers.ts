import type { RequestHandler } from 'express';
import { MailListQuery, type MailListView, MailParams, type MailView } from '../../contracts/api/outbox.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { Outbox } from '../../db/repositories/outbox.ts';
import type { MailRow } from '../../db/repositories/outbox-row.ts';
import { actorOf } from '../http/identity.ts';
import { iso, isoOrNull } from '../http/iso.ts';
import { render } from '../http/render.ts';
import { limitMails } from '../session/account-limits.ts';
import { readMailCursor, writeMailCursor } from './mail-cursor.ts';

const toView = (row: MailRow): MailView => ({
  id: row.id,
  tenant: row.tenant,
  kind: row.kind,
  to: row.to,
  subject: row.subject,
  state: row.state,
  attempts: row.attempts,
  lastError: row.lastError,
  createdAt: iso(row.createdAt),
  sentAt: isoOrNull(row.sentAt),
});

const notFound = (): CallwrightError => new CallwrightError('request/not-found', 'no such mail');

/** `GET /api/v1/outbox`. */
export const listMails =
  (outbox: Outbox, delivers: boolean): RequestHandler =>
  async (request, response) => {
    const { cursor, limit } = MailListQuery.parse(request.query);
    const page = await outbox.list(actorOf(response), {
      limit,
      ...(cursor === undefined ? {} : { cursor: readMailCursor(cursor) }),
    });
    const next = page.next === null ? null : writeMailCursor(page.next);
    const view: MailListView = { mails: page.mails.map(toView), next, delivers };
    render(request, response, 'mailList', view);
  };

/** `GET /api/v1/outbox/{id}`. */
export const readMail =
  (outbox: Outbox): RequestHandler =>
  async (request, response) => {
    const { id } = MailParams.parse(request.params);
    const mail = await outbox.read(actorOf(response), id);
    if (mail === undefined) throw notFound();
    render(request, response, 'mail', { ...toView(mail), body: mail.body });
  };

/** `POST /api/v1/outbox/{id}/resend`. */
export const resendMail =
  (repositories: Repositories, delivers: boolean): RequestHandler =>
  async (request, response) => {
    const { id } = MailParams.parse(request.params);
    // The same mail to the same place: its id stands for the address.
    await limitMails({ repositories }, response, id);
    const mail = await repositories.outbox.resend(actorOf(response), id, delivers);
    if (mail === undefined) throw notFound();
    render(request, response, 'mail', toView(mail));
  };
