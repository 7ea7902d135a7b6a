import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { MailKind, MailState } from '../../contracts/api/outbox.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';
import { createMailDelivery, type MailDelivery } from './outbox-delivery.ts';
import { MAIL_COLUMNS, type MailRecord, type MailRow, toMailRow } from './outbox-row.ts';

/** A mail that is to go out. */
export type NewMail = { tenant: TenantId; kind: MailKind; to: string; subject: string; body: string };

export type MailPage = { mails: MailRow[]; next: { createdAt: number; id: string } | null };

export type Outbox = MailDelivery & {
  /** `delivers`: a mail server is set; without one the mail is kept. Returns its id. */
  queue(actor: Actor, mail: NewMail, delivers: boolean): Promise<string>;
  /** Newest first, without the bodies. */
  list(actor: Actor, page: { cursor?: MailPage['next'] | undefined; limit: number }): Promise<MailPage>;
  /** A mail with its body, which may hold a link that signs somebody in: the look is recorded with it. */
  read(actor: Actor, id: string): Promise<(MailRow & { body: string }) | undefined>;
  /**
   * A person lets a kept or failed mail go out (again); recorded. `request/conflict` in any other state, and without a
   * mail server.
   */
  resend(actor: Actor, id: string, delivers: boolean): Promise<MailRow | undefined>;
};

/** Table `outbox`. */
export function createOutbox(knex: Knex): Outbox {
  return {
    ...createMailDelivery(knex),
    async queue(actor, mail, delivers) {
      requireTenant(actor, mail.tenant);
      const id = randomUUID();
      const { tenant, kind, to, subject, body } = mail;
      const state: MailState = delivers ? 'queued' : 'kept';
      await query(knex('outbox').insert({ id, tenant, kind, to_address: to, subject, body, state }));
      return id;
    },
    list: (actor, page) => query(listMails(knex, actor, page)),
    read: (actor, id) => query(knex.transaction((trx) => readMail(trx, actor, id))),
    resend: (actor, id, delivers) => query(knex.transaction((trx) => resendMail(trx, actor, id, delivers))),
  };
}

/**
 * Mails that the actor may see. A mail to a platform administrator is for platform administrators only, also when he
 * belongs to the reader's company: its link would make a company administrator one of the platform.
 */
function visibleMails<Q extends Knex.QueryBuilder>(select: Q, actor: Actor, knex: Knex): Q {
  visibleTo(select, actor);
  if (actor.kind !== 'system' && !(actor.kind === 'user' && actor.role === 'platform-admin'))
    select.whereNotExists(
      knex('users')
        .select(knex.raw('1'))
        .where('role', 'platform-admin')
        .where(knex.raw('lower(users.email) = lower(outbox.to_address)')),
    );
  return select;
}

async function listMails(knex: Knex, actor: Actor, page: Parameters<Outbox['list']>[1]): Promise<MailPage> {
  const select = knex<MailRecord>('outbox').select(MAIL_COLUMNS);
  visibleMails(select, actor, knex);
  if (page.cursor) {
    const { createdAt, id } = page.cursor;
    select.where(knex.raw('(created_at, id) < (?, ?::uuid)', [new Date(createdAt), id]));
  }
  const found = await select
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(page.limit + 1);
  const mails = found.slice(0, page.limit).map(toMailRow);
  const last = mails.at(-1);
  const more = found.length > page.limit && last !== undefined;
  return { mails, next: more ? { createdAt: last.createdAt, id: last.id } : null };
}

async function readMail(
  trx: Knex,
  actor: Actor,
  id: string,
): Promise<(MailRow & { body: string }) | undefined> {
  const select = trx<MailRecord>('outbox')
    .select([...MAIL_COLUMNS, 'body'])
    .where('id', id);
  const [record] = await visibleMails(select, actor, trx);
  if (record === undefined) return undefined;
  await recordAudit(trx, actor, {
    tenant: record.tenant,
    action: 'outbox.read',
    subject: id,
    detail: { kind: record.kind },
  });
  return { ...toMailRow(record), body: record.body };
}

async function resendMail(
  trx: Knex,
  actor: Actor,
  id: string,
  delivers: boolean,
): Promise<MailRow | undefined> {
  const select = trx<MailRecord>('outbox').select(MAIL_COLUMNS).where('id', id).forUpdate();
  const [before] = await visibleMails(select, actor, trx);
  if (before === undefined) return undefined;
  if (!delivers)
    throw new CallwrightError(
      'request/conflict',
      'no mail server is set: set SMTP_URL, or pass the mail on yourself',
    );
  if (before.state !== 'kept' && before.state !== 'failed')
    throw new CallwrightError('request/conflict', `a mail that is ${before.state} is not sent again`);
  const [record] = await trx<MailRecord>('outbox')
    .where('id', id)
    .update({ state: 'queued', due_at: trx.fn.now(), last_error: null })
    .returning(MAIL_COLUMNS);
  await recordAudit(trx, actor, {
    tenant: before.tenant,
    action: 'outbox.resend',
    subject: id,
    detail: { kind: before.kind, was: before.state },
  });
  return record === undefined ? undefined : toMailRow(record);
}
