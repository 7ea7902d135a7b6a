import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { MessageResult } from '../../contracts/message/names.ts';
import { recordAudit } from './audit-log.ts';
import { lockMessage } from './message-lock.ts';
import { setOutcomes } from './message-outcomes.ts';
import { countsOf } from './message-row.ts';

/** Calls off what nothing was handed over of, ever. Runs in a transaction, as all of these. */
export async function cancelMessage(trx: Knex, actor: Actor, id: string): Promise<void> {
  const message = await lockMessage(trx, actor, id);
  if (message.state === 'cancelled') return;
  const claimed = trx('message_sends').select('id').where('message', id).where('tries', '>', 0).limit(1);
  if (message.state === 'done' || (await claimed).length > 0)
    throw new CallwrightError('request/conflict', 'it is being sent already, or is done');
  const now = trx.fn.now();
  const sends = await trx('message_sends')
    .where({ message: id, state: 'waiting' })
    .update({ state: 'cancelled', settled_at: now })
    .returning<{ recipient: string }[]>('recipient');
  await setOutcomes(
    trx,
    sends.map(({ recipient }) => ({ recipient, outcome: 'cancelled' })),
  );
  await trx('messages').where('id', id).update({ state: 'cancelled', finished_at: now });
  await recordAudit(trx, actor, { tenant: message.tenant, action: 'message.cancel', subject: id });
}

/**
 * A new round for those that failed, if nobody began one since the person looked (T14). Who opted out meanwhile stays
 * failed.
 */
export async function resendFailed(
  trx: Knex,
  actor: Actor,
  id: string,
  round: number,
): Promise<{ round: number; resent: number }> {
  const message = await lockMessage(trx, actor, id);
  if (message.round !== round) return { round: message.round, resent: 0 };
  const next = round + 1;
  const { rows } = (await trx.raw(RESEND, [next, id, message.purpose])) as {
    rows: { recipient: string }[];
  };
  if (rows.length === 0) return { round, resent: 0 };
  await setOutcomes(
    trx,
    rows.map(({ recipient }) => ({ recipient, outcome: 'pending' })),
  );
  await trx('messages')
    .where('id', id)
    .update({
      round: next,
      finished_at: null,
      touched_at: trx.fn.now(),
      ...(message.state === 'done' ? { state: 'starting' } : {}),
    });
  await recordAudit(trx, actor, {
    tenant: message.tenant,
    action: 'message.resend',
    subject: id,
    detail: { round: next, count: rows.length },
  });
  return { round: next, resent: rows.length };
}

const RESEND = `
  insert into message_sends (id, recipient, message, tenant, round, step, channel, due_at)
  select gen_random_uuid(), r.id, r.message, r.tenant, ?, 0, r.channel, m.due_at
  from message_recipients as r join messages as m on m.id = r.message
  where r.message = ? and r.outcome = 'failed' and not exists (
    select from opt_outs as o
    where o.tenant = r.tenant and o.digits = r.digits and (o.scope = 'all' or ? = 'ad'))
  returning recipient`;

/** See `Messages.activate`. */
export async function activateMessage(trx: Knex, actor: Actor, id: string): Promise<boolean> {
  const { state } = await lockMessage(trx, actor, id);
  if (state === 'starting') await trx('messages').where('id', id).update({ state: 'active' });
  return state !== 'done' && state !== 'cancelled';
}

/** See `Messages.finishIfSettled`. */
export async function finishMessage(trx: Knex, actor: Actor, id: string): Promise<MessageResult | undefined> {
  const message = await lockMessage(trx, actor, id);
  const open = trx('message_sends')
    .select('id')
    .where('message', id)
    .whereIn('state', ['waiting', 'submitting', 'accepted'])
    .limit(1);
  if ((await open).length > 0) return undefined;
  if (message.state !== 'done' && message.state !== 'cancelled')
    await trx('messages').where('id', id).update({ state: 'done', finished_at: trx.fn.now() });
  const { delivered, failed, unknown, excluded } = countsOf(message);
  return { delivered, failed, unknown, excluded };
}
